package dev.jongleur.unstored;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.error.ClosedException;
import java.util.List;
import java.util.Set;

/** Holds nothing but how ids are made: no partition ever has data. */
final class TransientConnector implements Connector {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.TRANSIENT,
          Capability.NESTED_PROPERTIES,
          Capability.ARRAY_QUERIES,
          Capability.LIKE,
          Capability.REGEXP,
          Capability.NEAR,
          Capability.OPEN_MODELS,
          Capability.PARTITIONS,
          Capability.TYPED_VALUES);

  private final GeneratedIds ids;
  private volatile boolean closed;

  TransientConnector(GeneratedIds ids) {
    this.ids = ids;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public List<String> types() {
    return List.of("db", "nosql", "transient");
  }

  @Override
  public Store store(Partition partition) {
    ping();
    return new TransientStore(this, ids);
  }

  @Override
  public Set<String> partitions() {
    return Set.of();
  }

  @Override
  public void erase(Partition partition) {
    // There is never anything to remove.
  }

  @Override
  public void ping() {
    if (closed) {
      throw new ClosedException("The transient connector is closed.");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
