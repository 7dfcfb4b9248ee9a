package dev.jongleur.jdbc;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets the stores of one connector take turns, by what they are about. A fixed number of locks, so
 * that a partition or a table costs nothing; two may share one.
 */
final class Stripes {
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
}
