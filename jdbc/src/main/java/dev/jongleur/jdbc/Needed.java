package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Fields;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which columns have to be read. */
final class Needed {
  private final Table table;
  private final ModelDefinition model;
  private final Set<Integer> columns = new TreeSet<>();

  private Needed(Table table, ModelDefinition model) {
    this.table = table;
    this.model = model;
    columns.addAll(table.keys());
    addService(table.nulls());
  }

  /** For the matcher alone. */
  static List<Integer> by(Table table, ModelDefinition model, Where where) {
    var needed = new Needed(table, model);
    needed.add(where);
    return List.copyOf(needed.columns);
  }

  /** For rows that are returned, matched and sorted. */
  static List<Integer> by(
      Table table, ModelDefinition model, Fields fields, Where where, List<Order> order) {
    if (fields.isAll()) {
      return table.all();
    }
    var needed = new Needed(table, model);
    needed.add(fields);
    needed.add(where);
    order.forEach(key -> needed.add(key.path().split("\\.", 2)[0]));
    return List.copyOf(needed.columns);
  }

  private void add(Fields fields) {
    for (int place = 0; place < table.properties(); place++) {
      if (fields.keeps(table.column(place).property(), true)) {
        columns.add(place);
      }
    }
    if (fields.included().stream().anyMatch(name -> !isDefined(name))) {
      addService(table.open());
    }
  }

  private void add(Where where) {
    where.comparisons().stream().map(Comparison::property).forEach(this::add);
  }

  private void add(String property) {
    int slot = model.shape().slot(property);
    if (slot >= 0) {
      columns.add(slot);
    } else {
      addService(table.open());
    }
  }

  private boolean isDefined(String name) {
    return model.shape().slot(name) >= 0;
  }

  private void addService(int place) {
    if (place != Table.NONE) {
      columns.add(place);
    }
  }
}
