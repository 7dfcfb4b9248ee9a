package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.JongleurException;
import dev.jongleur.jdbc.dialect.Fault;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores new rows, each with the id it brings or one that is made for it. */
record Insertion(Runner runner, Counting counting) {
  private static final int ATTEMPTS = 5;

  Entity insert(ModelDefinition model, Entity row) {
    List<Entity> rows = List.of(keyed(model, row));
    return again(model, rows, () -> runner.once(model, table -> counted(table, rows))).getFirst();
  }

  List<Entity> insertAll(ModelDefinition model, List<Entity> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Entity> keyed = rows.stream().map(row -> keyed(model, row)).toList();
    return again(
        model,
        keyed,
        () -> {
          var _ = runner.once(model, table -> counting.count(table, keyed));
          return runner.together(model, table -> put(table, keyed));
        });
  }

  /** A generated id may meet one that another process brought along: count on and try again. */
  private List<Entity> again(
      ModelDefinition model, List<Entity> rows, Supplier<List<Entity>> insertion) {
    for (int attempt = 1; ; attempt++) {
      try {
        return insertion.get();
      } catch (IdTaken taken) {
        if (attempt == ATTEMPTS) {
          throw taken.told;
        }
        var _ = runner.once(model, table -> counting.recount(table, rows));
      }
    }
  }

  /** A key was taken, and perhaps it was one that the database made. */
  private static final class IdTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient JongleurException told;

    IdTaken(JongleurException told) {
      super("id taken", null, false, false);
      this.told = told;
    }
  }

  private List<Entity> put(Rows table, List<Entity> rows) throws SQLException {
    try {
      return stored(table, rows);
    } catch (SQLException e) {
      int identity = table.table().identity();
      if (isKeyTaken(table, e) && rows.stream().anyMatch(row -> !Counting.brings(row, identity))) {
        throw new IdTaken(told(table, e));
      }
      if (e instanceof RefusedRow refused && runner.dialect().fault(e) == Fault.DUPLICATE) {
        throw BulkException.at(table.model().name(), refused.index(), rows.size(), told(table, e));
      }
      throw e;
    }
  }

  private JongleurException told(Rows table, SQLException failure) {
    return new Failures(runner.dialect())
        .of(failure, table.model(), table.table(), table.connection());
  }

  private boolean isKeyTaken(Rows table, SQLException failure) {
    return runner.dialect().fault(failure) == Fault.DUPLICATE
        && Violation.of(runner.dialect(), failure, table.table(), table.connection()).isId();
  }

  private List<Entity> counted(Rows table, List<Entity> rows) throws SQLException {
    var _ = counting.count(table, rows);
    return put(table, rows);
  }

  private static List<Entity> stored(Rows table, List<Entity> rows) throws SQLException {
    int identity = table.table().identity();
    var stored = new ArrayList<>(rows);
    var waiting = new ArrayList<Integer>();
    var bringing = new ArrayList<Integer>();
    for (int i = 0; i < rows.size(); i++) {
      (Counting.brings(rows.get(i), identity) ? bringing : waiting).add(i);
    }
    some(
        bringing,
        () -> {
          var form = new Form.Insert(table.table().written(true));
          table.changeEach(form, values(table, bringing.stream().map(rows::get).toList(), form));
        });
    some(waiting, () -> number(table, stored, waiting));
    stored.replaceAll(Entity::asStored);
    return stored;
  }

  /** Does something with the rows at these places, if any; a row is refused by its own place. */
  private static void some(List<Integer> places, Step step) throws SQLException {
    if (!places.isEmpty()) {
      try {
        step.run();
      } catch (RefusedRow refused) {
        throw refused.at(places.get(refused.index()));
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws SQLException;
  }

  /** Stores those that wait for a number, and gives them theirs. */
  private static void number(Rows table, List<Entity> rows, List<Integer> waiting)
      throws SQLException {
    int identity = table.table().identity();
    var form = new Form.Insert(table.table().written(false));
    List<List<Bound>> values = values(table, waiting.stream().map(rows::get).toList(), form);
    List<Long> ids = table.insertEach(form, values, table.table().column(identity).name());
    for (int i = 0; i < ids.size(); i++) {
      table.known().numbers().generated(ids.get(i));
      rows.set(waiting.get(i), with(rows.get(waiting.get(i)), identity, ids.get(i)));
    }
  }

  private static List<List<Bound>> values(Rows table, List<Entity> rows, Form.Insert form) {
    var writer = new RowWriter(table.table());
    return rows.stream().map(row -> writer.values(row, form.columns())).toList();
  }

  /** With a text id where one is to be made; numbers are left to the database. */
  private static Entity keyed(ModelDefinition model, Entity row) {
    Entity keyed = row;
    for (int part = 0; part < model.shape().keySize(); part++) {
      int slot = model.shape().keySlot(part);
      Property key = model.shape().property(slot);
      boolean isMade = key.generated() || model.shape().keySize() == 1;
      if (isMade && isNothing(row.slot(slot))) {
        UUID made = UUID.randomUUID();
        if (key.type().stored() == ScalarType.UUID) {
          keyed = with(keyed, slot, made);
        } else if (isTextual(key.type().stored())) {
          keyed = with(keyed, slot, made.toString());
        }
      }
    }
    return keyed;
  }

  private static boolean isTextual(PropertyType type) {
    return type == ScalarType.STRING || type == ScalarType.TEXT || type == ScalarType.ANY;
  }

  private static boolean isNothing(@Nullable Object slot) {
    return slot == null || slot == Nothing.NULL;
  }

  private static Entity with(Entity row, int slot, Object value) {
    @Nullable Object[] slots = row.slots();
    slots[slot] = value;
    return Entity.of(row.definition(), slots, row.open(), false);
  }
}
