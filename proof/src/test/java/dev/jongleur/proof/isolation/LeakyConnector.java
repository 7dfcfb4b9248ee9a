package dev.jongleur.proof.isolation;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A connector that leaks now and then. */
final class LeakyConnector implements Connector {
  private static final int SELDOM = 20;

  private final Connector memory;
  private final Breach breach;
  private final AtomicInteger turns = new AtomicInteger();

  /** Without the tenant in the key: that is the fault. Bounded by the questions of a short test. */
  final Map<Question, List<Entity>> answers = new ConcurrentHashMap<>();

  record Question(String model, Filter filter) {}

  LeakyConnector(Connector memory, Breach breach) {
    this.memory = memory;
    this.breach = breach;
  }

  /** Whether it is time to leak in this way. */
  boolean leaks(Breach way) {
    return breach == way && turns.incrementAndGet() % SELDOM == 0;
  }

  boolean keepsAnswers() {
    return breach == Breach.ANOTHERS_ANSWER;
  }

  /** Somebody else's partition, if there is anybody. */
  Partition nextDoor(Partition mine) {
    return memory.partitions().stream()
        .filter(name -> !name.equals(mine.name()))
        .findFirst()
        .map(Partition::new)
        .orElse(mine);
  }

  Store open(Partition partition) {
    return memory.store(partition);
  }

  @Override
  public Store store(Partition partition) {
    Partition opened = leaks(Breach.ANOTHERS_STORE) ? nextDoor(partition) : partition;
    return new LeakyStore(this, partition, memory.store(opened));
  }

  @Override
  public void erase(Partition partition) {
    memory.erase(partition);
    if (breach == Breach.ERASES_TWO) {
      memory.erase(nextDoor(partition));
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return memory.capabilities();
  }

  @Override
  public Set<String> partitions() {
    return memory.partitions();
  }

  @Override
  public void ping() {
    memory.ping();
  }

  @Override
  public void close() {
    memory.close();
  }
}
