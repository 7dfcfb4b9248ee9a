package dev.jongleur.connector;

import java.time.Duration;
import java.util.Optional;

/** How long a key will live: some time, or until it is removed. Immutable. */
public sealed interface TimeToLive {
  /** Until it is removed. */
  TimeToLive UNLIMITED = new Unlimited();

  /** The time that is left, where there is an end. */
  Optional<Duration> left();

  record Limited(Duration time) implements TimeToLive {
    @Override
    public Optional<Duration> left() {
      return Optional.of(time);
    }
  }

  record Unlimited() implements TimeToLive {
    @Override
    public Optional<Duration> left() {
      return Optional.empty();
    }
  }
}
