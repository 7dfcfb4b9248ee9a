package dev.jongleur.memory;

import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.memory.Collections.Done;
import dev.jongleur.memory.collection.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** A store on one partition's collections, where each call is a commit of its own. */
final class MemoryStore extends OnRows {
  private final MemoryConnector connector;
  private final Partition partition;
  private final Collections collections;
  private final AtomicBoolean closed = new AtomicBoolean();

  MemoryStore(MemoryConnector connector, Partition partition, Collections collections) {
    this.connector = connector;
    this.partition = partition;
    this.collections = collections;
  }

  /** A collection is made with its first row, and its indexes with it. */
  @Override
  public void prepare(ModelDefinition model) {
    checkOpen();
    collections.load(nameOf(model), model);
    collections.prepare(nameOf(model), model);
  }

  /** A row holds its values itself. */
  @Override
  public void vacate(ModelDefinition model, String property) {
    checkOpen();
  }

  @Override
  public void recreate(ModelDefinition model) {
    checkOpen();
    collections.load(nameOf(model), model);
    collections.clear(nameOf(model), model);
  }

  @Override
  public StoreTransaction begin(IsolationLevel level) {
    checkOpen();
    return new MemoryTransaction(collections, level == IsolationLevel.SERIALIZABLE);
  }

  /** Plain changes, and work on other models, go on beside it. */
  @Override
  public <T> T inTurn(ModelDefinition model, Supplier<T> work) {
    checkOpen();
    return collections.inTurn(work);
  }

  /** The data belongs to the connector and stays. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      connector.release(partition, collections);
    }
  }

  @Override
  Optional<Collection> read(ModelDefinition model) {
    checkOpen();
    collections.load(nameOf(model), model);
    return collections.root().find(nameOf(model));
  }

  @Override
  <T> T change(ModelDefinition model, Function<Collection, Done<T>> work) {
    checkOpen();
    collections.load(nameOf(model), model);
    return collections.change(nameOf(model), model, work);
  }

  private void checkOpen() {
    connector.ping();
    if (closed.get()) {
      throw new ClosedException("The store is closed.");
    }
  }
}
