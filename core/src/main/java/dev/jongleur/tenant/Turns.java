package dev.jongleur.tenant;

import dev.jongleur.error.CapacityException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A lock for each tenant that somebody unfolds or changes at the moment, and for no other. Bounded
 * by those who work or wait; so many wait for one tenant, and so long. Reentrant.
 */
final class Turns {
  private static final int WAITING = 1000;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Map<TenantId, Turn> turns = new ConcurrentHashMap<>();

  /**
   * Does something while nobody else does anything for this tenant.
   *
   * @throws CapacityException when too many wait, or the wait was too long
   */
  <T> T during(TenantId id, Supplier<T> work) {
    Turn turn = join(id);
    try {
      turn.take(id);
      try {
        return work.get();
      } finally {
        turn.lock.unlock();
      }
    } finally {
      leave(id);
    }
  }

  /** Does something if nobody else does anything for this tenant; waits for nobody. */
  <T> Optional<T> tryDuring(TenantId id, Supplier<T> work) {
    Turn turn = join(id);
    try {
      if (!turn.lock.tryLock()) {
        return Optional.empty();
      }
      try {
        return Optional.of(work.get());
      } finally {
        turn.lock.unlock();
      }
    } finally {
      leave(id);
    }
  }

  private Turn join(TenantId id) {
    return turns.compute(
        id,
        (_, there) -> {
          Turn turn = there == null ? new Turn() : there;
          turn.join(id);
          return turn;
        });
  }

  private void leave(TenantId id) {
    turns.computeIfPresent(id, (_, turn) -> turn.leave() ? turn : null);
  }

  /** Its count changes in the map's care only. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock(true);
    private int users;

    void join(TenantId id) {
      if (users > WAITING && !lock.isHeldByCurrentThread()) {
        throw new CapacityException("Too many wait for the tenant \"" + id + "\".");
      }
      users++;
    }

    boolean leave() {
      users--;
      return users > 0;
    }

    void take(TenantId id) {
      try {
        if (!lock.tryLock(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new CapacityException("The tenant \"" + id + "\" was not ready in time.");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CapacityException("The wait for the tenant \"" + id + "\" was interrupted.");
      }
    }
  }
}
