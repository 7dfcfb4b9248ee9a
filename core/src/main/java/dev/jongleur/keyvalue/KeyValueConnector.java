package dev.jongleur.keyvalue;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.error.ClosedException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Holds the keys of each partition; bounded by the tenants that have keys or are in use. */
final class KeyValueConnector implements Connector {
  private final Bounds bounds;
  private final Usage together;
  private final Dues dues;
  private final AtomicLong spaces = new AtomicLong();
  private final Map<Partition, KeySpaces> partitions = new ConcurrentHashMap<>();
  private volatile boolean closed;

  KeyValueConnector(Bounds bounds, InstantSource clock) {
    this.bounds = bounds;
    this.together = new Usage(bounds.together());
    this.dues = new Dues(clock);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.KEY_VALUE, Capability.PARTITIONS);
  }

  @Override
  public Store store(Partition partition) {
    ping();
    KeySpaces there =
        partitions.compute(
            partition, (_, known) -> (known == null ? fresh(partition) : known).opened());
    return new MemoryKeys(this, partition, there);
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
    KeySpaces there = partitions.get(partition);
    return there != null && there.isUsed();
  }

  @Override
  public void erase(Partition partition) {
    KeySpaces there = partitions.get(partition);
    if (there != null) {
      there.clear();
      forgetIfUnused(partition);
    }
  }

  @Override
  public void ping() {
    if (closed) {
      throw new ClosedException("The kv-memory connector is closed.");
    }
  }

  /** The bytes that keys and values take, about, and how many they may. */
  @Override
  public Map<String, Long> figures() {
    return Map.of("bytes", together.used(), "bytesMost", together.most());
  }

  @Override
  public void close() {
    closed = true;
    dues.close();
    partitions.clear();
  }

  Instant now() {
    return dues.now();
  }

  boolean isKnown(Partition partition) {
    return partitions.containsKey(partition);
  }

  Dues dues() {
    return dues;
  }

  /** A store of this partition was closed. */
  void closed(Partition partition) {
    partitions.computeIfPresent(
        partition, (_, known) -> known.closed().isForgettable() ? null : known);
  }

  private KeySpaces fresh(Partition partition) {
    var room = new Room(new Usage(bounds.each()), together, dues);
    return new KeySpaces(spaces::incrementAndGet, dues, room, () -> forgetIfUnused(partition));
  }

  /** One whose last key was over, and whose stores are closed, costs nothing any more. */
  private void forgetIfUnused(Partition partition) {
    partitions.computeIfPresent(partition, (_, known) -> known.isForgettable() ? null : known);
  }
}
