package dev.jongleur.memory;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.error.ClosedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds the collections of each partition; bounded by the tenants and models there are. */
final class MemoryConnector implements Connector {
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.NESTED_PROPERTIES,
          Capability.ARRAY_QUERIES,
          Capability.LIKE,
          Capability.REGEXP,
          Capability.NEAR,
          Capability.OPEN_MODELS,
          Capability.PARTITIONS,
          Capability.TYPED_VALUES);

  private final Map<Partition, MemoryStore> stores = new ConcurrentHashMap<>();
  private volatile boolean closed;

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Store store(Partition partition) {
    ping();
    return stores.computeIfAbsent(partition, key -> new MemoryStore(this::ping));
  }

  @Override
  public Set<String> partitions() {
    return stores.keySet().stream()
        .filter(partition -> !partition.isWhole())
        .map(Partition::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public void erase(Partition partition) {
    stores.remove(partition);
  }

  @Override
  public void ping() {
    if (closed) {
      throw new ClosedException("The memory connector is closed.");
    }
  }

  @Override
  public void close() {
    closed = true;
    stores.clear();
  }
}
