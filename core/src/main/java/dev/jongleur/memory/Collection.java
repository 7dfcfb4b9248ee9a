package dev.jongleur.memory;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one collection in the order of their ids. Readers take an immutable snapshot through
 * one volatile field and never block; writers swap it under one lock, so that a reader sees all of
 * a write or nothing.
 */
final class Collection {
  /** Beyond this a number cannot tell itself from the next (2^53). */
  private static final double LAST = 0x1p53;

  private final ReentrantLock writing = new ReentrantLock();
  private final TreeMap<Key, Entity> rows = new TreeMap<>();
  private volatile @Nullable Snapshot snapshot = new Snapshot(List.of());
  private long next = 1;
  private long unkeyed;

  /** What a reader sees: the rows by id. */
  record Snapshot(List<Entity> rows) {}

  List<Entity> rows() {
    Snapshot current = snapshot;
    if (current != null) {
      return current.rows();
    }
    return locked(() -> {
      Snapshot fresh = new Snapshot(List.copyOf(rows.values()));
      snapshot = fresh;
      return fresh.rows();
    });
  }

  /** The row with this key, if there is one. */
  Stream<Entity> at(Key key) {
    return locked(() -> Stream.ofNullable(rows.get(key)));
  }

  void clear() {
    locked(() -> {
      rows.clear();
      next = 1;
      return changed(0);
    });
  }

  /** All or none. */
  List<Entity> insert(List<Entity> fresh) {
    return locked(() -> {
      var added = new TreeMap<Key, Entity>();
      var result = new ArrayList<Entity>(fresh.size());
      // A number that was handed out or brought is spent, even when its row is refused.
      for (Entity row : fresh) {
        Entity stored = withId(row).asStored();
        add(added, stored, fresh.size());
        result.add(stored);
      }
      rows.putAll(added);
      snapshot = null;
      return result;
    });
  }

  boolean replace(Entity row) {
    return locked(() -> {
      Key key = Key.of(row);
      boolean there = rows.containsKey(key);
      if (there) {
        rows.put(key, row.asStored());
        snapshot = null;
      }
      return there;
    });
  }

  long change(Supplier<Stream<Entity>> which, UnaryOperator<Entity> change) {
    return locked(() -> {
      List<Entity> matching = which.get().toList();
      List<Entity> changed = matching.stream().map(change).toList();
      for (int i = 0; i < changed.size(); i++) {
        rows.put(keyIn(matching.get(i)), changed.get(i));
      }
      return changed(matching.size());
    });
  }

  long remove(Supplier<Stream<Entity>> which) {
    return locked(() -> {
      List<Entity> matching = which.get().toList();
      matching.forEach(row -> rows.remove(keyIn(row)));
      return changed(matching.size());
    });
  }

  private long changed(long count) {
    snapshot = null;
    return count;
  }

  private void add(TreeMap<Key, Entity> added, Entity stored, int of) {
    Key key = stored.definition().hasKey() ? Key.of(stored) : Key.of(++unkeyed);
    if (rows.containsKey(key) || added.containsKey(key)) {
      String model = stored.definition().name();
      var taken =
          new DuplicateException(
              "There is a \"" + model + "\" with id " + stored.id() + " already.");
      throw of == 1 ? taken : BulkException.at(model, added.size(), of, taken);
    }
    added.put(key, stored);
  }

  /** A row without an id property lies where it was put; it is found by identity. */
  private Key keyIn(Entity row) {
    if (row.definition().hasKey()) {
      return Key.of(row);
    }
    return rows.entrySet().stream()
        .filter(entry -> entry.getValue() == row)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /** A number that is brought takes one of the sequence, and moves it on when it is larger. */
  private void moveOn(Property id, Number given) {
    if (id.type() == ScalarType.LONG) {
      next =
          given.longValue() == Long.MAX_VALUE
              ? Long.MAX_VALUE
              : Math.max(next, given.longValue()) + 1;
    } else if (Math.abs(given.doubleValue()) < LAST) {
      next = Math.max(next, (long) Math.ceil(given.doubleValue())) + 1;
    }
  }

  /** F-240: a sequence from 1, moved on by a larger id. */
  private Entity withId(Entity row) {
    ModelDefinition model = row.definition();
    Shape shape = model.shape();
    if (shape.keySize() != 1) {
      return complete(row);
    }
    Property id = shape.property(shape.keySlot(0));
    Object given = row.get(id.name());
    if (given instanceof Number number) {
      moveOn(id, number);
    }
    return given == null ? row.with(id.name(), generated(model, id)) : row;
  }

  private Object generated(ModelDefinition model, Property id) {
    if (isCounted(id.type())) {
      return next(model);
    }
    if (id.generated() || id.type() == ScalarType.UUID) {
      return UUID.randomUUID().toString();
    }
    if (id.type() == ScalarType.STRING) {
      return String.valueOf(next++);
    }
    throw new DataException("A new \"" + model.name() + "\" needs a \"" + id.name() + "\".");
  }

  private static boolean isCounted(PropertyType type) {
    return type == ScalarType.NUMBER
        || type == ScalarType.INTEGER
        || type == ScalarType.LONG
        || type == ScalarType.ANY;
  }

  private long next(ModelDefinition model) {
    if (next == Long.MAX_VALUE) {
      throw new DataException("There is no id left for a new \"" + model.name() + "\".");
    }
    return next++;
  }

  private static Entity complete(Entity row) {
    Shape shape = row.definition().shape();
    for (int part = 0; part < shape.keySize(); part++) {
      String name = shape.property(shape.keySlot(part)).name();
      if (row.get(name) == null) {
        throw new DataException(
            "A new \"" + row.definition().name() + "\" needs a \"" + name + "\".");
      }
    }
    return row;
  }

  /** Nobody else changes a row meanwhile. */
  <T> T inTurn(Supplier<T> work) {
    return locked(work);
  }

  private <T> T locked(Supplier<T> work) {
    writing.lock();
    try {
      return work.get();
    } finally {
      writing.unlock();
    }
  }
}
