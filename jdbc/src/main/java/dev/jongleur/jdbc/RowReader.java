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

/** Makes entities of rows that have these columns. Where a column stands is worked out once. */
final class RowReader {
  private static final int NOT_READ = 0;

  private final ModelDefinition model;
  private final Table table;
  private final List<Integer> columns;
  private final int[] slots;
  private final Column[] read;
  private final int nulls;
  private final int open;

  /**
   * A reader of rows.
   *
   * @param columns what was selected, by places in the table
   */
  RowReader(ModelDefinition model, Table table, List<Integer> columns) {
    this.model = model;
    this.table = table;
    this.columns = columns;
    this.slots = columns.stream().mapToInt(place -> place).toArray();
    this.read = columns.stream().map(table::column).toArray(Column[]::new);
    this.nulls = columns.indexOf(table.nulls()) + 1;
    this.open = columns.indexOf(table.open()) + 1;
  }

  /** The entity; properties whose columns were not read are absent. */
  Entity entity(ResultSet row) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[table.properties()];
    boolean complete = true;
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] < values.length) {
        Object value = read[i].read(row, i + 1);
        values[slots[i]] = value;
        complete &= value != null;
      }
    }
    if (!complete) {
      markNulls(values, nulls == NOT_READ ? null : row.getString(nulls));
    }
    Map<String, @Nullable Object> rest =
        open == NOT_READ ? Map.of() : JsonColumn.readOpen(row.getString(open));
    return Entity.of(model, values, rest, true);
  }

  /** What tells the row apart, in the order of the table's keys. */
  List<Bound> key(ResultSet row) throws SQLException {
    var key = new ArrayList<Bound>(table.keys().size());
    for (int place : table.keys()) {
      Column column = table.column(place);
      key.add(Bound.of(column, column.read(row, columns.indexOf(place) + 1)));
    }
    return key;
  }

  /** Where the database has null: absent, unless marked; in a table without marks always null. */
  private void markNulls(@Nullable Object[] values, @Nullable String marks) {
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] < values.length
          && values[slots[i]] == null
          && (table.nulls() == Table.NONE || NullMarks.has(marks, read[i]))) {
        values[slots[i]] = Nothing.NULL;
      }
    }
  }
}
