package dev.jongleur.governor;

import java.time.Instant;

/** How often something happened within the last minute, by the second. Thread-safe. */
final class LastMinute {
  private static final int SECONDS = 60;

  private final int[] counts = new int[SECONDS];
  private long last;

  /** Counts one more, and all of the last minute. */
  synchronized int add(Instant now) {
    moveTo(now.getEpochSecond());
    counts[slot(last)]++;
    return sum();
  }

  synchronized int count(Instant now) {
    moveTo(now.getEpochSecond());
    return sum();
  }

  /** Empties the seconds that went by; a clock that was put back stands still. */
  private void moveTo(long second) {
    for (long next = Math.max(last + 1, second - SECONDS + 1); next <= second; next++) {
      counts[slot(next)] = 0;
    }
    last = Math.max(last, second);
  }

  private int sum() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }

  private static int slot(long second) {
    return (int) (second % SECONDS);
  }
}
