package dev.jongleur.governor;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A time during which a value is too high: it begins once, and is over when the value is well down.
 */
final class Episode {
  private final AtomicBoolean on = new AtomicBoolean();

  /** Whether it begins with this value. */
  boolean begins(long value, long threshold, double hysteresis) {
    if (value > threshold) {
      return on.compareAndSet(false, true);
    }
    if (value <= threshold * (1 - hysteresis)) {
      end();
    }
    return false;
  }

  void end() {
    on.set(false);
  }

  boolean isOn() {
    return on.get();
  }
}
