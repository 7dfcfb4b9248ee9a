package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.JsonColumn;
import dev.jongleur.jdbc.table.NullMarks;
import dev.jongleur.jdbc.table.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes entities of rows that have these columns, by their places in the table. */
record RowReader(ModelDefinition model, Table table, List<Integer> columns) {

  /** The entity; properties whose columns were not read are absent. */
  Entity entity(ResultSet row) throws SQLException {
    @Nullable Object[] slots = new @Nullable Object[model.shape().size()];
    boolean complete = true;
    for (int i = 0; i < columns.size(); i++) {
      int place = columns.get(i);
      if (place < slots.length) {
        slots[place] = table.column(place).read(row, i + 1);
        complete &= slots[place] != null;
      }
    }
    if (!complete) {
      markNulls(slots, service(row, table.nulls()));
    }
    Map<String, @Nullable Object> open = JsonColumn.readOpen(service(row, table.open()));
    return Entity.of(model, slots, open, true);
  }

  /** What tells the row apart, to be bound to {@link MassChange#byKey}. */
  List<Bound> key(ResultSet row) throws SQLException {
    var key = new ArrayList<Bound>(table.keys().size());
    for (int place : table.keys()) {
      Column column = table.column(place);
      key.add(Bound.of(column, column.read(row, columns.indexOf(place) + 1)));
    }
    return key;
  }

  /** Where the database has null: absent, unless marked; in a table without marks always null. */
  private void markNulls(@Nullable Object[] slots, @Nullable String marks) {
    for (int place : columns) {
      if (place < slots.length
          && slots[place] == null
          && (table.nulls() == Table.NONE || NullMarks.has(marks, table.column(place)))) {
        slots[place] = Nothing.NULL;
      }
    }
  }

  private @Nullable String service(ResultSet row, int place) throws SQLException {
    int at = place == Table.NONE ? -1 : columns.indexOf(place);
    return at < 0 ? null : row.getString(at + 1);
  }
}
