package dev.jongleur.grudging;

import static dev.jongleur.grudging.GrudgingProvider.refuse;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.grudging.GrudgingProvider.Pool;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A connector that refuses one thing and hands on the others. */
record GrudgingConnector(
    Connector memory, String grudge, Diary diary, Lease<Pool> pool, Optional<Runnable> reach)
    implements Connector {
  @Override
  public boolean connects() {
    return reach.isPresent();
  }

  /** It begins no transactions. */
  @Override
  public Set<Capability> capabilities() {
    return memory.capabilities().stream()
        .filter(capability -> capability != Capability.TRANSACTIONS)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Store store(Partition partition) {
    refuse(grudge, "store");
    return new GrudgingStore(memory.store(partition), grudge, diary);
  }

  @Override
  public Set<String> partitions() {
    return memory.partitions();
  }

  @Override
  public void erase(Partition partition) {
    memory.erase(partition);
  }

  @Override
  public void ping() {
    reach.ifPresent(Runnable::run);
    memory.ping();
  }

  @Override
  public void close() {
    diary.write("connector");
    memory.close();
    pool.close();
    refuse(grudge, "close");
  }
}
