package dev.jongleur.cli.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What is alive after full collections.
 *
 * @param heap bytes of objects that can be reached
 * @param metaspace bytes of loaded classes
 */
public record LiveMemory(long heap, long metaspace) {
  private static final int MOST_COLLECTIONS = 12;
  private static final long STABLE_BYTES = 1024;

  /** Collects until two collections in a row leave the same. */
  public static LiveMemory now() {
    long before = collect();
    long now = collect();
    for (int i = 2; i < MOST_COLLECTIONS && Math.abs(before - now) > STABLE_BYTES; i++) {
      before = now;
      now = collect();
    }
    return new LiveMemory(now, used("Metaspace"));
  }

  /** A full collection, with a moment for what cleaners and reference queues free by it. */
  private static long collect() {
    System.gc();
    LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(LiveMemory::leftByCollection)
        .sum();
  }

  /** As the collection left it: what was allocated since is not counted. */
  private static long leftByCollection(MemoryPoolMXBean pool) {
    var left = pool.getCollectionUsage();
    return left == null ? pool.getUsage().getUsed() : left.getUsed();
  }

  private static long used(String poolName) {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().equals(poolName))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }
}
