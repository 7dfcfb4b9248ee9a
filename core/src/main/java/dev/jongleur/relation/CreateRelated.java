package dev.jongleur.relation;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.write.Create;
import dev.jongleur.operation.write.CreateEach;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores new rows within a part of a model: related to an entity, or of a scope (F-269, F-283). */
public final class CreateRelated {
  private CreateRelated() {}

  /**
   * Stores one row, and the link to it where there are links. Where only one may be related, two
   * callers never both create.
   *
   * @throws DataException when there is one already
   */
  public static Entity one(Call call, Narrowed part, Map<String, ? extends @Nullable Object> data) {
    Entity fresh = Create.make(call, part.place(data));
    return part.single()
        ? Create.only(call, part.within(call, Filter.all()), fresh)
        : stored(call, part, fresh);
  }

  /** Each item for itself, as on the whole model. */
  public static List<Entity> each(
      Call call, Narrowed part, List<? extends Map<String, ? extends @Nullable Object>> items) {
    if (part.single() && items.size() == 1) {
      return List.of(one(call, part, items.getFirst()));
    }
    if (part.single()) {
      throw new DataException("Only one \"" + call.model().name() + "\" may be related.");
    }
    var fresh = new ArrayList<Entity>(items.size());
    items.forEach(data -> fresh.add(Create.make(call, part.place(data))));
    return CreateEach.rows(call, fresh, (each, entity) -> stored(each, part, entity));
  }

  private static Entity stored(Call call, Narrowed part, Entity fresh) {
    return part.members() instanceof Links links
        ? CreateLinked.row(call, links, fresh)
        : Create.one(call, fresh);
  }
}
