package dev.jongleur.memory;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.ClosedException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Holds the collections of each partition; bounded by the tenants that have rows or are in use. */
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
          Capability.TYPED_VALUES,
          Capability.TRANSACTIONS,
          Capability.TURNS,
          Capability.VERSIONS);

  private static final Set<PropertyType> GENERATED_AS_NUMBERS =
      Set.of(ScalarType.STRING, ScalarType.TEXT, ScalarType.ANY);

  private final Map<Partition, Collections> partitions = new ConcurrentHashMap<>();
  private final Budget budget;
  private final Journal journal;
  private volatile boolean closed;

  MemoryConnector(Settings settings) {
    this.budget = new Budget(settings);
    this.journal = Journal.NONE;
  }

  @Override
  public Set<Capability> capabilities() {
    return CAPABILITIES;
  }

  /** Text would be made of numbers anyway. */
  @Override
  public PropertyType generatedType(Property id) {
    return GENERATED_AS_NUMBERS.contains(id.type()) ? ScalarType.NUMBER : id.type();
  }

  @Override
  public List<String> types() {
    return List.of("db", "nosql", "memory");
  }

  @Override
  public Store store(Partition partition) {
    ping();
    return new MemoryStore(this, partition, open(partition));
  }

  @Override
  public Set<String> partitions() {
    return partitions.entrySet().stream()
        .filter(entry -> !entry.getKey().isWhole() && entry.getValue().isUsed())
        .map(entry -> entry.getKey().name())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean holds(Partition partition) {
    Collections there = partitions.get(partition);
    return there != null && there.isUsed();
  }

  @Override
  public void erase(Partition partition) {
    Collections erased = partitions.remove(partition);
    if (erased != null) {
      erased.erased();
    }
  }

  /** Where the data source has a bound: {@code rows} and {@code bytes} as they are counted. */
  @Override
  public Map<String, Long> figures() {
    return budget.figures();
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
    partitions.clear();
  }

  /** A store of this partition was closed; what has no rows and no other store is forgotten. */
  void release(Partition partition, Collections collections) {
    partitions.computeIfPresent(
        partition, (_, known) -> known == collections && !known.closed() ? null : known);
  }

  private Collections open(Partition partition) {
    return partitions.compute(
        partition, (_, known) -> (known == null ? made(partition) : known).opened());
  }

  private Collections made(Partition partition) {
    return new Collections(partition, budget, journal);
  }
}
