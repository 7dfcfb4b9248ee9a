package dev.jongleur.admission;

import dev.jongleur.error.LimitException;
import dev.jongleur.error.StoreException;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many at once. Who finds none free waits in the order of coming, up to a while, and only so
 * many wait.
 */
final class Seats {
  /** How soon it is worth trying again: seats free up as operations end, and those are short. */
  private static final Duration SOON = Duration.ofSeconds(1);

  private final String tenant;
  private final int size;
  private final int mostWaiting;
  private final Duration longestWait;
  private final Semaphore free;
  private final AtomicInteger coming = new AtomicInteger();

  private Seats(String tenant, int size, int mostWaiting, Duration longestWait) {
    this.tenant = tenant;
    this.size = size;
    this.mostWaiting = mostWaiting;
    this.longestWait = longestWait;
    this.free = new Semaphore(size, true);
  }

  static Seats of(String tenant, TenantLimits limits) {
    return new Seats(tenant, limits.operationsAtOnce(), limits.waiting(), limits.longestWait());
  }

  static boolean limits(TenantLimits limits) {
    return limits.operationsAtOnce() < TenantLimits.UNLIMITED;
  }

  private boolean isLimited() {
    return size < TenantLimits.UNLIMITED;
  }

  /** Takes a free seat, if nobody waits for it. */
  boolean tryTake() {
    return isLimited() && !free.hasQueuedThreads() && free.tryAcquire();
  }

  /**
   * Takes a seat, waiting for it if need be.
   *
   * @return whether one was taken, which is to be given back; false where seats are not limited
   * @throws LimitException when too many wait already, or it took too long
   */
  boolean take() {
    return isLimited() && (tryTake() || enqueue());
  }

  private boolean enqueue() {
    try {
      if (coming.incrementAndGet() > mostWaiting) {
        throw refused(mostWaiting + " wait already");
      }
      if (!free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS)) {
        throw refused("none ended within " + longestWait.toMillis() + " ms");
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting to begin an operation.", e);
    } finally {
      coming.decrementAndGet();
    }
  }

  void giveBack() {
    free.release();
  }

  int taken() {
    return size - free.availablePermits();
  }

  int waiting() {
    return free.getQueueLength();
  }

  private LimitException refused(String why) {
    String message =
        "The tenant \"" + tenant + "\" may do " + size + " operations at once, and " + why + ".";
    return new LimitException("operationsAtOnce", message, SOON);
  }
}
