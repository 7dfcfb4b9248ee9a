package dev.jongleur.governor;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one who rests; rung often while he is awake it wakes him once. */
final class Bell {
  private final Semaphore rung = new Semaphore(0);
  private volatile boolean silenced;

  void ring() {
    if (rung.availablePermits() == 0) {
      rung.release();
    }
  }

  /** Rests for so long or until it rings; says whether to go on. */
  boolean rest(Duration time) {
    try {
      var _ = rung.tryAcquire(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      // Whoever interrupts wants something to happen: that is a ring too.
    }
    return !silenced;
  }

  /** Rings for the last time. */
  void silence() {
    silenced = true;
    rung.release();
  }

  boolean isSilenced() {
    return silenced;
  }
}
