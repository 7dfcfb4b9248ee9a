package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.JsonColumn;
import dev.jongleur.jdbc.table.NullMarks;
import dev.jongleur.jdbc.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an entity puts into the columns of its table. */
record RowWriter(Table table) {

  /** The values for these columns, by their places. */
  List<Bound> values(Entity row, List<Integer> columns) {
    checkOpen(row);
    var values = new ArrayList<Bound>(columns.size());
    for (int place : columns) {
      values.add(value(row, place));
    }
    return values;
  }

  /** What is put into the column of properties that are not defined. */
  Bound open(Map<String, @Nullable Object> open) {
    return Bound.of(table.column(table.open()), open.isEmpty() ? null : JsonColumn.print(open));
  }

  /**
   * Refuses properties that this table has no room for.
   *
   * @throws DataException naming the first
   */
  void checkName(ModelDefinition model, String name) {
    if (table.open() == Table.NONE) {
      throw new DataException(
          "\""
              + name
              + "\" of \""
              + model.name()
              + "\" is not defined, and its table"
              + " keeps defined properties only.");
    }
  }

  private void checkOpen(Entity row) {
    if (!row.open().isEmpty()) {
      checkName(row.definition(), row.open().keySet().iterator().next());
    }
  }

  private Bound value(Entity row, int place) {
    if (place < table.properties()) {
      checkKey(row, place);
      return Bound.stored(table.column(place), row.slot(place));
    }
    if (place == table.open()) {
      return open(row.open());
    }
    return Bound.of(table.column(place), marks(row));
  }

  private void checkKey(Entity row, int place) {
    Object value = row.slot(place);
    if (table.keys().contains(place) && (value == null || value == Nothing.NULL)) {
      throw new DataException(
          table.column(place).label() + " has no value, and none is generated.");
    }
  }

  private @Nullable String marks(Entity row) {
    String marks = null;
    for (int place = 0; place < table.properties(); place++) {
      if (row.slot(place) == Nothing.NULL) {
        Column column = table.column(place);
        marks = NullMarks.add(marks, column);
      }
    }
    return marks;
  }
}
