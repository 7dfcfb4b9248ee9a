package dev.jongleur.memory;

import dev.jongleur.connector.Partition;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.TransactionException;
import dev.jongleur.memory.collection.Collection;
import dev.jongleur.memory.collection.RowChange;
import dev.jongleur.memory.log.LogSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One partition's collections, each made with its first row, and how many stores are open on them.
 * Readers take the root, an immutable snapshot behind one volatile field, and never wait; writers
 * swap it under one lock. One that was never written to costs nothing once nobody has it open.
 */
final class Collections {
  private final Partition partition;
  private final Budget budget;
  private final Journal journal;
  private final Unread unread;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock turns = new ReentrantLock();
  private volatile Root root = Root.EMPTY;
  private int open;

  Collections(Partition partition, Budget budget, Journal journal, Unread unread) {
    this.partition = partition;
    this.budget = budget;
    this.journal = journal;
    this.unread = unread;
  }

  /** Counts a store in; under the connector's care for this partition. */
  Collections opened() {
    open++;
    return this;
  }

  /** Counts a store out, and tells whether there is anything to keep. */
  boolean closed() {
    open--;
    return open > 0 || isUsed();
  }

  /** Whether a store is open on them; under the connector's care. */
  boolean isOpen() {
    return open > 0;
  }

  boolean isUsed() {
    return !root.isEmpty() || !unread.isEmpty();
  }

  /** Everything as it is at this moment. */
  Root root() {
    return root;
  }

  /** Reads the rows of a collection from the log, where there are some that nobody read yet. */
  void load(String name, ModelDefinition model) {
    if (!unread.isEmpty()) {
      var _ =
          locked(() -> {
            unread.rows(name, model).ifPresent(rows -> restore(name, model, rows));
            return root;
          });
    }
  }

  private void restore(String name, ModelDefinition model, List<RowChange> rows) {
    Amount amount = budget.of(rows);
    budget.take(amount);
    try {
      root = root.with(name, unread.take(name, model, rows));
    } catch (RuntimeException | Error e) {
      budget.take(amount.negated());
      throw e;
    }
  }

  /**
   * A collection that was read from the log since something began, as it was then.
   *
   * @throws TransactionException when it was changed since
   */
  Optional<Collection> loaded(String name, ModelDefinition model) {
    return locked(() -> {
      if (unread.isTaken(name) && !unread.isUntouched(name)) {
        throw TransactionException.conflict(model.name());
      }
      return unread.isTaken(name) ? root.find(name) : Optional.<Collection>empty();
    });
  }

  /** All rows at this moment, for a compaction; under the lock. */
  private LogSnapshot snapshot() {
    Root now = root;
    LogSnapshot rest = unread.snapshot();
    var nextIds = new HashMap<String, Long>();
    now.each((name, collection) -> nextIds.put(name, collection.ids().next()));
    return listener -> {
      now.each((name, collection) -> {
        listener.collection(name, nextIds.getOrDefault(name, 1L));
        collection.each((key, row) -> listener.row(LoggingJournal.written(key), row));
      });
      rest.tell(listener);
    };
  }

  /** Does something while nobody writes, or takes an id. */
  <T> T locked(Supplier<T> work) {
    writing.lock();
    try {
      return work.get();
    } finally {
      writing.unlock();
    }
  }

  /** Does work while nobody else does work of this kind. */
  <T> T inTurn(Supplier<T> work) {
    turns.lock();
    try {
      return work.get();
    } finally {
      turns.unlock();
    }
  }

  /** What a change of one collection comes to, and the changes of its rows. */
  record Done<T>(T result, List<RowChange> changes) {}

  /** Changes a collection at once, all or nothing; makes it where there is none. */
  <T> T change(String name, ModelDefinition model, Function<Collection, Done<T>> work) {
    var change = new OneChange<>(name, model, work);
    locked(change::commit).run();
    return change.result();
  }

  private final class OneChange<T> {
    private final String name;
    private final ModelDefinition model;
    private final Function<Collection, Done<T>> work;
    private Optional<Done<T>> done = Optional.empty();

    OneChange(String name, ModelDefinition model, Function<Collection, Done<T>> work) {
      this.name = name;
      this.model = model;
      this.work = work;
    }

    Runnable commit() {
      Collection before =
          root.find(name)
              .map(known -> known.knowing(model))
              .orElseGet(() -> Collection.empty(model));
      Done<T> made = work.apply(before);
      done = Optional.of(made);
      if (made.changes().isEmpty()) {
        return () -> {};
      }
      Collection after = before.after(made.changes(), model);
      var part = new Batch.Part(name, false, made.changes(), after.ids().next());
      return publish(root.with(name, after), List.of(part), budget.of(made.changes()));
    }

    T result() {
      return done.orElseThrow().result();
    }
  }

  /** Makes a commit visible, after all who may refuse it; under the lock. */
  private Runnable publish(Root next, List<Batch.Part> parts, Amount amount) {
    budget.take(amount);
    try {
      Runnable last = journal.append(new Batch(partition, parts), this::snapshot);
      root = next;
      parts.forEach(part -> unread.touch(part.collection()));
      return last;
    } catch (RuntimeException | Error e) {
      budget.take(amount.negated());
      throw e;
    }
  }

  /** Commits what a transaction wrote, if nobody else wrote the same. */
  void commit(Written written) {
    Runnable last =
        locked(() -> {
          Root next = written.onto(root);
          List<Batch.Part> parts = written.parts(next);
          Amount amount = Amount.NONE;
          for (Batch.Part part : parts) {
            amount = budget.of(part.changes()).plus(amount);
          }
          return parts.isEmpty() ? () -> {} : publish(next, parts, amount);
        });
    last.run();
  }

  /** The collection, made where there is none. */
  Collection make(String name, ModelDefinition model) {
    return locked(() -> {
      Collection known = root.find(name).orElseGet(() -> Collection.empty(model)).knowing(model);
      root = root.with(name, known);
      return known;
    });
  }

  /** Sees to the indexes of a model as it is defined now, where it has rows. */
  void prepare(String name, ModelDefinition model) {
    if (root.find(name).isPresent()) {
      var _ =
          locked(() -> {
            Root now = root;
            now.find(name).ifPresent(known -> root = now.with(name, known.prepared(model)));
            return now;
          });
    }
  }

  /** Removes all rows of a collection and begins its ids anew. */
  void clear(String name, ModelDefinition model) {
    if (root.find(name).isPresent()) {
      locked(
              () -> {
                Collection before = root.find(name).orElseThrow();
                Collection none = before.cleared(model);
                var part = new Batch.Part(name, true, List.of(), none.ids().next());
                Amount amount = budget.of(all(before)).negated();
                return publish(root.with(name, none), List.of(part), amount);
              })
          .run();
    }
  }

  /** Gives back the room of all rows: the partition is removed. */
  void erased() {
    var _ =
        locked(() -> {
          for (Collection collection : root.all()) {
            budget.take(budget.of(all(collection)).negated());
          }
          root = Root.EMPTY;
          unread.clear();
          return root;
        });
  }

  /** Every row as if it had just been added. */
  private static List<RowChange> all(Collection collection) {
    var all = new ArrayList<RowChange>(collection.size());
    collection.each((key, row) -> all.add(new RowChange(key, null, row)));
    return all;
  }
}
