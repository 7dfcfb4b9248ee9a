package dev.jongleur.operation;

import dev.jongleur.entity.Entity;
import dev.jongleur.observer.Hook;
import dev.jongleur.plan.Question;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads rows (F-170 to F-173). */
public final class Find {
  private Find() {}

  public static List<Entity> rows(Call call, Filter asked, Along along) {
    Filter filter = call.toRead(asked);
    call.answer().checkDepth(filter.include());
    List<Entity> rows =
        read(call, filter).stream()
            .map(call::typed)
            .map(row -> Projection.of(row, filter.fields()))
            .toList();
    return loaded(call, along.attach(call, rows, filter.include()));
  }

  private static List<Entity> read(Call call, Filter filter) {
    List<Entity> found = call.store().find(call.model(), call.answer().bounded(filter));
    call.answer().count(call.model().name(), found.size());
    return found;
  }

  public static Optional<Entity> one(Call call, Filter asked, Along along) {
    return rows(call, asked.limit(1), along).stream().findFirst();
  }

  /** Of the filter only the fields and the includes count (F-172). */
  public static Optional<Entity> byId(
      Call call, @Nullable Object rawId, Filter asked, Along along) {
    Object id = call.id(rawId);
    Filter filter =
        Filter.of(call.byId(id)).withFields(asked.fields()).withInclude(asked.include());
    return one(call, filter, along);
  }

  /** In the order of the ids, each once; by the filter's own order where it has one (F-173). */
  public static List<Entity> byIds(Call call, List<?> rawIds, Filter asked, Along along) {
    String name = call.idProperty().name();
    var ids = new ArrayList<Object>(rawIds.size());
    rawIds.forEach(raw -> ids.add(call.id(raw)));
    if (ids.isEmpty()) {
      return List.of();
    }
    boolean keepsId = asked.fields().keeps(name, true);
    Filter filter = asked.withFields(asked.fields().plus(name)).and(Where.inq(name, ids));
    List<Entity> rows = rows(call, filter, along);
    List<Entity> ordered = asked.order().isEmpty() ? inOrder(rows, ids) : rows;
    return keepsId
        ? ordered
        : ordered.stream().map(row -> Projection.of(row, asked.fields())).toList();
  }

  /** Without observers or includes: for Jongleur's own questions. */
  static List<Entity> quietly(Call call, Filter asked) {
    Filter filter = Question.toRead(asked, call.flags());
    return call.store().find(call.model(), filter).stream().map(call::typed).toList();
  }

  private static List<Entity> inOrder(List<Entity> rows, List<Object> ids) {
    Map<Object, Entity> byId = new LinkedHashMap<>();
    for (Entity row : rows) {
      Object id = row.id();
      if (id != null) {
        byId.put(id, row);
      }
    }
    return ids.stream().distinct().filter(byId::containsKey).map(byId::get).toList();
  }

  private static List<Entity> loaded(Call call, List<Entity> rows) {
    if (!call.notifies() || !call.binding().observers().has(Hook.LOADED)) {
      return rows;
    }
    var storing = new Storing(call);
    return rows.stream().map(row -> storing.loaded(row, false, true)).toList();
  }
}
