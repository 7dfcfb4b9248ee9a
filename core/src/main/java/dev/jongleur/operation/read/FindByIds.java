package dev.jongleur.operation.read;

import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import dev.jongleur.operation.call.Call;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Reads the rows with some ids (F-173). */
public final class FindByIds {
  private FindByIds() {}

  /** In the order of the ids, each once; by the filter's own order where it has one. */
  public static List<Entity> rows(Call call, List<?> rawIds, Filter asked, Along along) {
    Property _ = call.idProperty();
    var ids = new LinkedHashSet<Object>();
    rawIds.forEach(raw -> ids.add(call.id(raw)));
    if (ids.isEmpty()) {
      return List.of();
    }
    Fields fields = withKey(call, asked.fields());
    Filter filter = asked.withFields(fields).and(call.identity().among(List.copyOf(ids)));
    List<Entity> rows = Find.rows(call, filter, along);
    List<Entity> ordered = asked.order().isEmpty() ? inOrder(rows, ids) : rows;
    return fields.equals(asked.fields())
        ? ordered
        : ordered.stream().map(row -> Projection.of(row, asked.fields())).toList();
  }

  /** The key is read in any case, to tell the rows by. */
  private static Fields withKey(Call call, Fields fields) {
    Fields more = fields;
    for (var key : call.identity().keys()) {
      more = more.plus(key.name());
    }
    return more;
  }

  private static List<Entity> inOrder(List<Entity> rows, LinkedHashSet<Object> ids) {
    Map<Object, Entity> byId = new LinkedHashMap<>();
    for (Entity row : rows) {
      Object id = row.id();
      if (id != null) {
        byId.put(id, row);
      }
    }
    var ordered = new ArrayList<Entity>(rows.size());
    for (Object id : ids) {
      Entity row = byId.get(id);
      if (row != null) {
        ordered.add(row);
      }
    }
    return ordered;
  }
}
