package dev.jongleur.keyvalue;

import dev.jongleur.connector.TimeToLive;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/**
 * A value, how much it weighs with its key, and when it goes. Immutable.
 *
 * @param until {@link #FOREVER} where it stays until it is removed
 */
record Kept(Object value, long bytes, Instant until) {
  static final Instant FOREVER = Instant.MAX;

  boolean expires() {
    return !until.equals(FOREVER);
  }

  boolean isOver(Instant now) {
    return expires() && !now.isBefore(until);
  }

  Kept until(Instant other) {
    return new Kept(value, bytes, other);
  }

  TimeToLive left(Instant now) {
    return expires() ? new TimeToLive.Limited(Duration.between(now, until)) : TimeToLive.UNLIMITED;
  }

  /** The moment when so long a time is over; a time beyond all calendars is never over. */
  static Instant after(Instant now, Duration ttl) {
    try {
      return now.plus(ttl);
    } catch (DateTimeException | ArithmeticException e) {
      return FOREVER;
    }
  }
}
