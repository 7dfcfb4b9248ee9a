package dev.jongleur.memory;

import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.memory.Collections.Done;
import dev.jongleur.memory.collection.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Snapshot isolation: it reads everything as it was when it began, and what it wrote itself; of two
 * that write the same row the first to commit wins. When it is to be serializable, it also has to
 * be first where others write what it read. Holds no lock until it commits; rolling back is to
 * forget.
 */
final class MemoryTransaction extends OnRows implements StoreTransaction {
  private final Collections collections;
  private final Root snapshot;
  private final Written written;
  private final Set<String> read = new HashSet<>();
  private final boolean isSerializable;

  MemoryTransaction(Collections collections, boolean isSerializable) {
    this.collections = collections;
    this.snapshot = collections.root();
    this.written = new Written(snapshot);
    this.isSerializable = isSerializable;
  }

  @Override
  public void commit() {
    if (isSerializable) {
      written.readToo(read);
    }
    collections.commit(written);
  }

  /** Nobody has seen anything of it. */
  @Override
  public void rollback() {}

  @Override
  public void close() {}

  @Override
  public void prepare(ModelDefinition model) {
    collections.load(nameOf(model), model);
    collections.prepare(nameOf(model), model);
  }

  @Override
  public void vacate(ModelDefinition model, String property) {}

  @Override
  public void recreate(ModelDefinition model) {
    throw new UnsupportedException(
        "\"" + model.name() + "\" cannot be emptied for good within a transaction.");
  }

  /** The snapshot keeps others apart. */
  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    return work.get();
  }

  @Override
  Optional<Collection> read(ModelDefinition model) {
    String name = nameOf(model);
    load(name, model);
    read.add(name);
    return written.find(name);
  }

  @Override
  <T> T change(ModelDefinition model, Function<Collection, Done<T>> work) {
    String name = nameOf(model);
    load(name, model);
    Collection before = written.find(name).orElseGet(() -> made(name, model)).knowing(model);
    Done<T> done = collections.locked(() -> work.apply(before));
    written.write(name, model, before, done.changes());
    return done.result();
  }

  /** What is in the log was there when this began, whoever reads it from there, and when. */
  private void load(String name, ModelDefinition model) {
    if (written.find(name).isEmpty()) {
      collections.load(name, model);
      collections.loaded(name, model).ifPresent(there -> written.adopt(name, there));
    }
  }

  /** Others need the same sequence of ids, so that it is there for all. */
  private Collection made(String name, ModelDefinition model) {
    return written.begin(name, collections.make(name, model));
  }
}
