package dev.jongleur.jdbc;

import dev.jongleur.connector.Increment;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.table.Column;
import dev.jongleur.jdbc.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mass update does to each row: changes of columns with their values, and of properties that
 * are not defined.
 */
record Changes(
    Table table, List<Form.Change> forms, List<Bound> values, Map<String, @Nullable Object> open) {

  static Changes of(
      Table table, ModelDefinition model, Map<String, ? extends @Nullable Object> given) {
    var made = new Changes(table, new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    var emptied = new LinkedHashMap<Column, Boolean>();
    given.forEach((name, value) -> {
      int slot = model.shape().slot(name);
      if (slot >= 0) {
        made.set(slot, value, emptied);
      } else if (isKept(model, name)) {
        new RowWriter(table).checkName(model, name);
        made.open.put(name, value);
      }
    });
    made.mark(emptied);
    return made;
  }

  /** Whether some of these are properties that are not defined. */
  static boolean touchOpen(ModelDefinition model, Map<String, ? extends @Nullable Object> given) {
    return given.keySet().stream()
        .anyMatch(name -> model.shape().slot(name) < 0 && isKept(model, name));
  }

  /** What has to be read of each row for them. */
  List<Integer> needed() {
    return open.isEmpty() ? List.of() : List.of(table.open());
  }

  /** A row's properties that are not defined, after these changes. */
  Map<String, @Nullable Object> openOf(Entity row) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(row.open());
    open.forEach((name, value) -> {
      if (value == Nothing.UNDEFINED) {
        changed.remove(name);
      } else {
        changed.put(name, value == Nothing.NULL ? null : value);
      }
    });
    return changed;
  }

  private static boolean isKept(ModelDefinition model, String name) {
    return !model.relations().containsKey(name) && model.settings().strict() != Strict.FILTER;
  }

  /** A value needs no look at the marks; null is marked, and what was taken away is not. */
  private void set(int slot, @Nullable Object value, Map<Column, Boolean> emptied) {
    Column column = table.column(slot);
    if (value instanceof Increment more) {
      forms.add(new Form.Change.Add(slot));
      values.add(Bound.number(more.by()));
    } else if (value == null || value instanceof Nothing) {
      forms.add(new Form.Change.Clear(slot));
      var _ = emptied.put(column, value != Nothing.UNDEFINED);
    } else {
      forms.add(new Form.Change.Set(slot));
      values.add(Bound.stored(column, value));
    }
  }

  private void mark(Map<Column, Boolean> emptied) {
    if (emptied.isEmpty() || table.nulls() == Table.NONE) {
      return;
    }
    forms.add(new Form.Change.Marks(table.nulls(), List.copyOf(emptied.values())));
    emptied.forEach((column, isNull) -> {
      values.add(Bound.text(column.mark()));
      if (isNull) {
        values.add(Bound.text(column.mark().substring(1)));
      }
    });
  }
}
