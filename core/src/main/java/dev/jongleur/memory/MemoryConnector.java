package dev.jongleur.memory;

import static java.util.Collections.unmodifiableSet;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.ClosedException;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.log.LogDirectory;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the collections of each partition; bounded by the tenants that have rows or are in use. */
final class MemoryConnector implements Connector {
  private static final Set<Capability> CAPABILITIES =
      unmodifiableSet(
          EnumSet.of(
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
              Capability.VERSIONS));

  /** What nested values were is not in a log: they come back plain. */
  private static final Set<Capability> DURABLE_CAPABILITIES = durable();

  private static final Set<PropertyType> GENERATED_AS_NUMBERS =
      Set.of(ScalarType.STRING, ScalarType.TEXT, ScalarType.ANY);

  private final Partitions partitions = new Partitions(new FromLogs());
  private final Budget budget;
  private final Optional<LogDirectory> logs;
  private volatile boolean closed;

  /** A connector that keeps its rows in logs, or nowhere else. */
  MemoryConnector(Settings settings, Optional<LogDirectory> logs) {
    this.budget = new Budget(settings);
    this.logs = logs;
  }

  @Override
  public Set<Capability> capabilities() {
    return logs.isPresent() ? DURABLE_CAPABILITIES : CAPABILITIES;
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
    return new MemoryStore(this, partition, partitions.open(partition));
  }

  @Override
  public Set<String> partitions() {
    Stream<String> used =
        partitions.used().filter(partition -> !partition.isWhole()).map(Partition::name);
    Stream<String> logged = logs.stream().flatMap(directory -> directory.names().stream());
    return Stream.concat(used, logged).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public boolean holds(Partition partition) {
    return partitions.isUsed(partition)
        || logs.map(directory -> directory.holds(partition.name())).orElse(false);
  }

  @Override
  public void erase(Partition partition) {
    partitions.erase(
        partition, () -> logs.ifPresent(directory -> directory.erase(partition.name())));
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
    logs.ifPresent(LogDirectory::close);
  }

  /** A store of this partition was closed; what has no rows and no other store is forgotten. */
  void release(Partition partition, Collections collections) {
    partitions.release(partition, collections);
  }

  private static Set<Capability> durable() {
    var all = EnumSet.copyOf(CAPABILITIES);
    all.remove(Capability.TYPED_VALUES);
    all.add(Capability.DURABLE);
    return unmodifiableSet(all);
  }

  /** Rows that are in a log go from memory with the last store, and come back with the next. */
  private final class FromLogs implements Partitions.Opening {
    @Override
    public Collections open(Partition partition) {
      if (logs.isEmpty()) {
        return new Collections(partition, budget, Journal.NONE, new Unread(Map.of()));
      }
      LogDirectory.Opened opened =
          logs.get().open(partition.name(), Keys::compare, LoggingJournal::read);
      return new Collections(
          partition, budget, new LoggingJournal(opened.log()), new Unread(opened.rows()));
    }

    @Override
    public boolean keeps(Partition partition, Collections collections) {
      if (collections.closed() && (logs.isEmpty() || collections.isOpen())) {
        return true;
      }
      try {
        logs.ifPresent(directory -> directory.close(partition.name()));
      } finally {
        logs.ifPresent(_ -> collections.erased());
      }
      return false;
    }
  }
}
