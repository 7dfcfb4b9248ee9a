package dev.jongleur.governor;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time during which a value is too high: it begins once, and is over when the value was well down
 * for a while. Thread-safe.
 */
final class Episode {
  private final Duration calm;
  private boolean on;
  private Optional<Instant> downSince = Optional.empty();

  /**
   * @param calm for how long the value has to stay down, where it swings
   */
  Episode(Duration calm) {
    this.calm = calm;
  }

  /** Whether it begins with this value. */
  synchronized boolean begins(long value, long threshold, double hysteresis, Instant now) {
    if (value > threshold) {
      boolean begins = !on;
      on = true;
      downSince = Optional.empty();
      return begins;
    }
    if (on && value <= threshold * (1 - hysteresis)) {
      Instant since = downSince.orElse(now);
      downSince = Optional.of(since);
      if (Duration.between(since, now).compareTo(calm) >= 0) {
        end();
      }
    }
    return false;
  }

  synchronized void end() {
    on = false;
    downSince = Optional.empty();
  }

  synchronized boolean isOn() {
    return on;
  }
}
