package dev.jongleur.jdbc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.jongleur.connector.Partition;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;

/**
 * Keeps the making of tables apart from all work on the tables of the same partition: two that make
 * one at once get in each other's way, and a database may lose what is stored in a table while it
 * is widened. Shared by all connectors of a registry that see the same tables. One lock for each
 * partition that somebody works on.
 */
final class Making implements AutoCloseable {
  /**
   * Under which a registry shares it.
   *
   * @param home where the tables are
   */
  record Key(String dialect, String home) {}

  private final Cache<Partition, ReadWriteLock> locks =
      Caffeine.newBuilder().weakValues().executor(Runnable::run).build();

  /** To be held by whoever works there: many read and change rows, or one makes tables. */
  ReadWriteLock of(Partition partition) {
    return locks.get(partition, first -> new StampedLock().asReadWriteLock());
  }

  /** How many partitions somebody works on. */
  long size() {
    locks.cleanUp();
    return locks.estimatedSize();
  }

  @Override
  public void close() {
    locks.invalidateAll();
  }
}
