package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Operation;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.call.Scoping;
import dev.jongleur.operation.call.Surrounded;
import dev.jongleur.operation.read.Find;
import dev.jongleur.operation.write.DeleteAll;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Removes rows within a part of a model, or what makes them members of it. */
public final class DeleteRelated {
  private DeleteRelated() {}

  /**
   * Removes the rows that a filter is about; of a relation through a model the links, which the
   * filter is about then (F-275), and the rows stay.
   *
   * @return how many rows or links
   */
  public static long all(Narrowed part, Filter asked, Options options) {
    if (part.members() instanceof Links links) {
      boolean isWhole = part.scope().where().isAll();
      Filter those = isWhole ? asked : asked.and(inScope(part, links, options));
      return links.removeAll(those, options);
    }
    return Surrounded.call(
        part.binding(),
        options,
        Operation.DELETE_ALL,
        call -> DeleteAll.rows(call, part.within(call, Scoping.wholly(call, asked))));
  }

  /** Within a named scope of the related model only its rows lose their links. */
  private static Where inScope(Narrowed part, Links links, Options options) {
    Call call = Call.of(part.binding(), options);
    Filter members = part.within(call, Filter.all());
    List<Object> keys =
        Find.rows(call, Filter.of(members.where()), Includes::attach).stream()
            .map(Entity::id)
            .map(Objects::requireNonNull)
            .toList();
    return links.to(keys);
  }

  /**
   * Removes the row with an id, if it is in this part, and the links to it that are (F-273).
   *
   * @return how many rows were removed
   */
  public static long one(Call call, Narrowed part, @Nullable Object id) {
    return part.members() instanceof Links links
        ? Together.work(call, links.through().between(), () -> linked(call, part, links, id))
        : DeleteAll.rows(call, part.withId(call, id, Filter.all()));
  }

  private static long linked(Call call, Narrowed part, Links links, @Nullable Object id) {
    long removed = DeleteAll.rows(call, part.withId(call, id, Filter.all()));
    if (removed > 0) {
      var _ = links.remove(Objects.requireNonNull(id), call.options());
    }
    return removed;
  }
}
