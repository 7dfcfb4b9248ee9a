package dev.jongleur.jdbc;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets all stores of a registry that see the same tables take turns, by what they are about. A
 * fixed number of locks, so that a partition or a table costs nothing; two may share one.
 */
final class Stripes implements AutoCloseable {
  /**
   * Under which a registry shares them.
   *
   * @param home where the tables are
   */
  record Key(String dialect, String home) {}

  private static final int LOCKS = 64;

  private final Lock[] locks = new Lock[LOCKS];

  Stripes() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  Lock of(Object key) {
    return locks[Math.floorMod(key.hashCode(), LOCKS)];
  }

  /** Nothing to free: whoever has a turn still gives it back. */
  @Override
  public void close() {}
}
