package dev.jongleur.memory;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.collection.RowChange;
import dev.jongleur.memory.log.LogSnapshot;
import dev.jongleur.memory.log.record.LoggedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a log told of a partition's collections, until each is asked for by a model: only then it is
 * known what its rows are. Guarded by the lock of the partition; {@link #isEmpty} by nothing.
 */
final class Unread {
  private final Map<String, LoggedRows> byName;
  private final Set<String> taken = new HashSet<>();
  private final Set<String> untouched = new HashSet<>();
  private volatile boolean isEmpty;

  Unread(Map<String, LoggedRows> byName) {
    this.byName = new HashMap<>(byName);
    this.isEmpty = byName.isEmpty();
  }

  boolean isEmpty() {
    return isEmpty;
  }

  /** The rows of a collection under a model, if nobody took them yet. */
  Optional<List<RowChange>> rows(String name, ModelDefinition model) {
    return Optional.ofNullable(byName.get(name)).map(rows -> rows(rows, model));
  }

  private static List<RowChange> rows(LoggedRows logged, ModelDefinition model) {
    var rows = new ArrayList<RowChange>(logged.rows().size());
    logged
        .rows()
        .forEach((key, row) -> {
          Entity entity = row.as(model);
          rows.add(new RowChange(model.hasKey() ? Keys.of(entity) : key, null, entity));
        });
    return rows;
  }

  /** The collection is there from now on. */
  Collection take(String name, ModelDefinition model, List<RowChange> rows) {
    LoggedRows logged = byName.get(name);
    long nextId = logged == null ? 1 : logged.nextId();
    Collection restored = Collection.restored(model, rows, nextId);
    byName.remove(name);
    isEmpty = byName.isEmpty();
    taken.add(name);
    untouched.add(name);
    return restored;
  }

  /** Somebody writes to a collection. */
  void touch(String name) {
    untouched.remove(name);
  }

  boolean isTaken(String name) {
    return taken.contains(name);
  }

  /** Whether a collection is as the log told of it. */
  boolean isUntouched(String name) {
    return untouched.contains(name);
  }

  void clear() {
    byName.clear();
    isEmpty = true;
  }

  /** What nobody took yet, for a compaction. */
  LogSnapshot snapshot() {
    var all = Map.copyOf(byName);
    return listener ->
        all.forEach((name, logged) -> {
          listener.collection(name, logged.nextId());
          logged.rows().forEach((key, row) -> listener.row(LoggingJournal.written(key), row));
        });
  }
}
