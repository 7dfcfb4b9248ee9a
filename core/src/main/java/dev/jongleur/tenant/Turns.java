package dev.jongleur.tenant;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Locks for many tenants that cost none of them anything: a tenant has one of a fixed number of
 * locks, by its name. Two tenants may share one, and then take turns in folding and unfolding.
 */
final class Turns {
  private static final int LOCKS = 64;

  private final Lock[] locks = new Lock[LOCKS];

  Turns() {
    for (int i = 0; i < LOCKS; i++) {
      locks[i] = new ReentrantLock();
    }
  }

  Lock of(TenantId id) {
    return locks[Math.floorMod(id.hashCode(), LOCKS)];
  }
}
