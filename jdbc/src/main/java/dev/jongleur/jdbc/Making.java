package dev.jongleur.jdbc;

import dev.jongleur.connector.Partition;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.StampedLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the making of tables apart from all work on the tables of the same partition: two that make
 * one at once get in each other's way, and a database may lose what is stored in a table while it
 * is widened. Shared by all connectors of a registry that see the same tables. Thread-safe; bounded
 * by the partitions that somebody works on: the last one who leaves takes the lock with him.
 */
final class Making implements AutoCloseable {
  /**
   * Under which a registry shares it.
   *
   * @param home where the tables are
   */
  record Key(String dialect, String home) {}

  private final Map<Partition, Counted> locks = new ConcurrentHashMap<>();

  /** A lock, and how many work under it. */
  private record Counted(ReadWriteLock lock, int users) {
    Counted plus(int more) {
      return new Counted(lock, users + more);
    }
  }

  /** Begins to work on a partition; to be closed when that is over. */
  Working on(Partition partition) {
    Counted counted = locks.compute(partition, (_, there) -> entered(there));
    return new Working(counted.lock(), () -> leave(partition));
  }

  private static Counted entered(@Nullable Counted there) {
    return there == null ? new Counted(new StampedLock().asReadWriteLock(), 1) : there.plus(1);
  }

  private void leave(Partition partition) {
    locks.computeIfPresent(partition, (_, there) -> there.users() == 1 ? null : there.plus(-1));
  }

  /** One who works on a partition. */
  static final class Working implements AutoCloseable {
    private final ReadWriteLock lock;
    private final Runnable leaving;
    private final AtomicBoolean left = new AtomicBoolean();

    private Working(ReadWriteLock lock, Runnable leaving) {
      this.lock = lock;
      this.leaving = leaving;
    }

    /** To be held while one works: many read and change rows, or one makes tables. */
    ReadWriteLock lock() {
      return lock;
    }

    @Override
    public void close() {
      if (left.compareAndSet(false, true)) {
        leaving.run();
      }
    }
  }

  /** How many partitions somebody works on. */
  int size() {
    return locks.size();
  }

  @Override
  public void close() {
    locks.clear();
  }
}
