package dev.jongleur.jdbc;

import dev.jongleur.connector.Partition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the stores of one connector take turns in making tables: two that look for a table and make
 * it at once would get in each other's way. A fixed number of locks, so that a partition costs
 * nothing; two partitions may share one.
 */
final class Making {
  private static final int LOCKS = 64;

  private final Lock[] locks = new Lock[LOCKS];

  Making() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  Lock of(Partition partition) {
    return locks[Math.floorMod(partition.hashCode(), LOCKS)];
  }
}
