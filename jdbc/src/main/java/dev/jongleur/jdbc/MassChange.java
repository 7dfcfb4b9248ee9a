package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.sql.Form.Window;
import dev.jongleur.jdbc.sql.Split;
import dev.jongleur.jdbc.sql.Test;
import dev.jongleur.jdbc.table.Table;
import dev.jongleur.query.Matcher;
import dev.jongleur.query.Where;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Changes and removals of many rows. One statement where SQL can tell which rows; else the rows are
 * locked and matched first, and then changed by their keys, all in one transaction.
 */
record MassChange(Runner runner) {

  long delete(ModelDefinition model, Where where) {
    if (isExact(model, where)) {
      return runner.asking(model, rows -> remove(rows, where));
    }
    return runner.askingTogether(
        model,
        rows -> {
          List<List<Bound>> keys = new ArrayList<>();
          eachLocked(rows, where, List.of(), (row, key) -> keys.add(key));
          rows.changeEach(new Form.Delete(byKey(rows.table())), keys);
          return (long) keys.size();
        });
  }

  long update(ModelDefinition model, Where where, Map<String, ? extends @Nullable Object> values) {
    boolean open = Changes.touchOpen(model, values);
    if (!open && isExact(model, where)) {
      return runner.asking(
          model, rows -> update(rows, where, Changes.of(rows.table(), model, values)));
    }
    return runner.askingTogether(
        model, rows -> updateEach(rows, where, Changes.of(rows.table(), model, values)));
  }

  /** Puts a whole row in the place of the one with its key. */
  boolean replace(ModelDefinition model, Entity row) {
    return runner.once(model, rows -> replace(rows, row, Where.all()));
  }

  /** The same, if the row that is there meets a condition. */
  boolean replace(ModelDefinition model, Entity row, Where where) {
    if (isExact(model, where)) {
      return runner.once(model, rows -> replace(rows, row, where));
    }
    return runner.together(
        model,
        rows -> {
          List<Entity> found = new ArrayList<>();
          eachLocked(rows, where, List.of(), (seen, key) -> found.add(seen));
          return !found.isEmpty() && replace(rows, row, Where.all());
        });
  }

  private static boolean replace(Rows rows, Entity row, Where where) throws SQLException {
    Table table = rows.table();
    Split split = split(rows, where);
    if (split.test().isNever()) {
      return false;
    }
    List<Integer> columns = new ArrayList<>(table.written(false));
    columns.removeAll(table.keys());
    var writer = new RowWriter(table);
    var values = new ArrayList<>(writer.values(row, columns));
    values.addAll(writer.values(row, table.keys()));
    values.addAll(split.values());
    Test test = Test.all(List.of(byKey(table), split.test()));
    if (columns.isEmpty()) {
      return rows.number(new Form.Count(test), values) > 0;
    }
    List<Form.Change> changes = columns.stream().<Form.Change>map(Form.Change.Set::new).toList();
    return rows.change(new Form.Update(changes, test), values) > 0;
  }

  /** Is the row with this key. */
  private static Test byKey(Table table) {
    if (table.keys().isEmpty()) {
      throw new UnsupportedException(
          "The table \"" + table.name() + "\" has no key by which one row could be changed.");
    }
    return Test.all(
        table.keys().stream().<Test>map(key -> new Test.Compares(key, Test.Sign.EQUAL)).toList());
  }

  private boolean isExact(ModelDefinition model, Where where) {
    return Split.of(runner.dialect(), runner.table(model), model, where).isExact();
  }

  private static Split split(Rows rows, Where where) {
    return Split.of(rows.dialect(), rows.table(), rows.model(), where);
  }

  private static long remove(Rows rows, Where where) throws SQLException {
    Split split = split(rows, where);
    return split.test().isNever() ? 0 : rows.change(new Form.Delete(split.test()), split.values());
  }

  private static long update(Rows rows, Where where, Changes changes) throws SQLException {
    Split split = split(rows, where);
    if (split.test().isNever()) {
      return 0;
    }
    if (changes.forms().isEmpty()) {
      return rows.number(new Form.Count(split.test()), split.values());
    }
    var values = new ArrayList<>(changes.values());
    values.addAll(split.values());
    return rows.change(new Form.Update(changes.forms(), split.test()), values);
  }

  private static long updateEach(Rows rows, Where where, Changes changes) throws SQLException {
    Table table = rows.table();
    var forms = new ArrayList<>(changes.forms());
    if (!changes.open().isEmpty()) {
      forms.add(new Form.Change.Set(table.open()));
    }
    var writer = new RowWriter(table);
    List<List<Bound>> batch = new ArrayList<>();
    eachLocked(
        rows,
        where,
        changes.needed(),
        (row, key) -> {
          var values = new ArrayList<>(changes.values());
          if (!changes.open().isEmpty()) {
            values.add(writer.open(changes.openOf(row)));
          }
          values.addAll(key);
          return batch.add(values);
        });
    if (!forms.isEmpty()) {
      rows.changeEach(new Form.Update(forms, byKey(table)), batch);
    }
    return batch.size();
  }

  /** Takes a matching row and its key. */
  @FunctionalInterface
  private interface Taker {
    boolean take(Entity row, List<Bound> key);
  }

  private static void eachLocked(Rows rows, Where where, List<Integer> also, Taker taker)
      throws SQLException {
    Split split = split(rows, where);
    if (split.test().isNever()) {
      return;
    }
    var columns = new ArrayList<>(Needed.by(rows.table(), rows.model(), split.rest()));
    also.stream().filter(place -> !columns.contains(place)).forEach(columns::add);
    var reader = new RowReader(rows.model(), rows.table(), List.copyOf(columns));
    Predicate<Entity> fits = Matcher.of(split.rest());
    rows.query(
        new Form.Select(List.copyOf(columns), split.test(), List.of(), Window.LOCKED),
        split.values(),
        row -> {
          Entity entity = reader.entity(row);
          return !fits.test(entity) || taker.take(entity, reader.key(row));
        });
  }
}
