package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.jdbc.sql.Bound;
import dev.jongleur.jdbc.sql.Form;
import dev.jongleur.jdbc.table.Storage;
import dev.jongleur.jdbc.table.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Stores new rows, each with the id it brings or one that is made for it. */
record Insertion(Session session) {
  private static final int ATTEMPTS = 3;

  Entity insert(ModelDefinition model, Entity row) {
    List<Entity> rows = List.of(keyed(model, row));
    return again(model, rows, () -> session.once(model, table -> counted(table, rows))).getFirst();
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
          var _ = session.once(model, table -> count(table, keyed));
          return session.together(model, table -> put(table, keyed));
        });
  }

  /** A generated id may meet one that another process brought along: count on and try again. */
  private List<Entity> again(
      ModelDefinition model, List<Entity> rows, Supplier<List<Entity>> insertion) {
    for (int attempt = 1; ; attempt++) {
      try {
        return insertion.get();
      } catch (DuplicateException e) {
        if (attempt == ATTEMPTS || !session.once(model, table -> recount(table, rows))) {
          throw e;
        }
      }
    }
  }

  private List<Entity> counted(Rows table, List<Entity> rows) throws SQLException {
    var _ = count(table, rows);
    return put(table, rows);
  }

  /** Makes sure that the next generated id is above all others, these included. */
  private boolean count(Rows table, List<Entity> rows) throws SQLException {
    int identity = table.table().identity();
    if (identity == Table.NONE) {
      return false;
    }
    long highest = highest(rows, identity);
    boolean generates = rows.stream().anyMatch(row -> !brings(row, identity));
    table.known().numbers().brought(highest);
    if (!generates || table.known().numbers().areSettled()) {
      return false;
    }
    return moveOn(table, identity, highest);
  }

  private boolean recount(Rows table, List<Entity> rows) throws SQLException {
    table.known().numbers().unsettle();
    return count(table, rows);
  }

  private boolean moveOn(Rows table, int identity, long highest) throws SQLException {
    String column = table.table().column(identity).name();
    long stored = table.number(new Form.Highest(identity), List.of());
    long last = Math.max(highest, stored);
    table.known().numbers().settle();
    if (next(table, column) > last) {
      return false;
    }
    session.maker().restart(table.connection(), table.table(), last + 1);
    return true;
  }

  private long next(Rows table, String column) throws SQLException {
    try (var statement = table.connection().prepareStatement(session.dialect().nextIdentity())) {
      statement.setString(1, table.table().name());
      statement.setString(2, column);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getLong(1) : 0;
      }
    }
  }

  private static long highest(List<Entity> rows, int identity) {
    return rows.stream()
        .map(row -> row.slot(identity))
        .mapToLong(id -> id instanceof Number number ? Storage.whole(number) : 0)
        .max()
        .orElse(0);
  }

  private static List<Entity> put(Rows table, List<Entity> rows) throws SQLException {
    int identity = table.table().identity();
    var stored = new ArrayList<Entity>(rows);
    int[] bringing =
        IntStream.range(0, rows.size()).filter(i -> brings(rows.get(i), identity)).toArray();
    int[] waiting =
        IntStream.range(0, rows.size()).filter(i -> !brings(rows.get(i), identity)).toArray();
    if (bringing.length > 0) {
      var form = new Form.Insert(table.table().places(true));
      table.changeEach(form, values(table, rows, bringing, form));
    }
    if (waiting.length > 0) {
      var form = new Form.Insert(table.table().places(false));
      String column = table.table().column(identity).name();
      List<Long> ids = table.insertEach(form, values(table, rows, waiting, form), column);
      for (int i = 0; i < waiting.length; i++) {
        table.known().numbers().generated(ids.get(i));
        stored.set(waiting[i], with(rows.get(waiting[i]), identity, ids.get(i)));
      }
    }
    return stored.stream().map(Entity::asStored).toList();
  }

  private static boolean brings(Entity row, int identity) {
    return identity == Table.NONE || row.slot(identity) instanceof Number;
  }

  private static List<List<Bound>> values(
      Rows table, List<Entity> rows, int[] which, Form.Insert form) {
    var writer = new RowWriter(table.table());
    return IntStream.of(which).mapToObj(i -> writer.values(rows.get(i), form.columns())).toList();
  }

  /** With a text id where one is to be made; numbers are left to the database. */
  private static Entity keyed(ModelDefinition model, Entity row) {
    Entity keyed = row;
    for (int part = 0; part < model.shape().keySize(); part++) {
      int slot = model.shape().keySlot(part);
      Property key = model.shape().property(slot);
      boolean isMade = key.generated() || model.shape().keySize() == 1;
      if (isMade && isTextual(key.type()) && isNothing(row.slot(slot))) {
        keyed = with(keyed, slot, UUID.randomUUID().toString());
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
