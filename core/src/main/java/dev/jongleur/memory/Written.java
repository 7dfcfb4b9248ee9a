package dev.jongleur.memory;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.TransactionException;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.collection.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction has written: the collections as it sees them, and for each row what it was
 * when the transaction began and what it is to become. One thread's at a time.
 */
final class Written {
  private Root begun;
  private Root seen;
  private final Map<String, Changed> changed = new LinkedHashMap<>();
  private Set<String> read = Set.of();

  Written(Root begun) {
    this.begun = begun;
    this.seen = begun;
  }

  private record Changed(ModelDefinition model, TreeMap<@Nullable Object, RowChange> rows) {
    List<RowChange> changes() {
      return rows.values().stream()
          .filter(change -> change.before() != null || change.after() != null)
          .toList();
    }
  }

  Optional<Collection> find(String name) {
    return seen.find(name);
  }

  /** A collection that came about after the beginning; empty, as it was then. */
  Collection begin(String name, Collection made) {
    Collection empty = made.size() == 0 ? made : made.emptied();
    begun = begun.with(name, empty);
    seen = seen.with(name, empty);
    return empty;
  }

  /** A collection that was read from a log after the beginning: as it was then. */
  void adopt(String name, Collection untouched) {
    begun = begun.with(name, untouched);
    seen = seen.with(name, untouched);
  }

  /** All changes, or none when they cannot be. */
  void write(String name, ModelDefinition model, Collection before, List<RowChange> changes) {
    if (!changes.isEmpty()) {
      seen = seen.with(name, before.after(changes, model));
      Changed all =
          changed.computeIfAbsent(name, _ -> new Changed(model, new TreeMap<>(Keys::compare)));
      changes.forEach(change ->
          all.rows()
              .merge(
                  change.key(),
                  change,
                  (first, last) -> new RowChange(first.key(), first.before(), last.after())));
    }
  }

  /** Others must not have written to these collections either. */
  void readToo(Set<String> collections) {
    this.read = Set.copyOf(collections);
  }

  /**
   * The collections as they are now, with what was written.
   *
   * @throws TransactionException when others have written the same since the beginning
   */
  Root onto(Root now) {
    if (changed.isEmpty()) {
      return now;
    }
    read.forEach(name -> checkUnchanged(name, now));
    Root next = now;
    for (var entry : changed.entrySet()) {
      String name = entry.getKey();
      next = next.with(name, onto(name, entry.getValue(), now));
    }
    return next;
  }

  private void checkUnchanged(String name, Root now) {
    boolean same =
        now.find(name)
            .map(there -> begun.find(name).map(there::hasRowsOf).orElse(there.size() == 0))
            .orElse(true);
    if (!same) {
      throw TransactionException.conflict(name);
    }
  }

  private Collection onto(String name, Changed written, Root now) {
    Optional<Collection> there = now.find(name);
    if (there.equals(begun.find(name))) {
      return seen.find(name).orElseThrow();
    }
    Collection current = there.orElseGet(() -> Collection.empty(written.model()));
    List<RowChange> changes = written.changes();
    for (RowChange change : changes) {
      Entity row = current.rows().get(change.key());
      if (row != change.before()) {
        throw TransactionException.conflict(written.model().name());
      }
    }
    return current.knowing(written.model()).after(changes, written.model());
  }

  /** The same for those who keep a journal. */
  List<Batch.Part> parts(Root next) {
    var parts = new ArrayList<Batch.Part>();
    changed.forEach((name, written) -> {
      long nextId = next.find(name).orElseThrow().ids().next();
      parts.add(new Batch.Part(name, false, written.changes(), nextId));
    });
    return parts;
  }
}
