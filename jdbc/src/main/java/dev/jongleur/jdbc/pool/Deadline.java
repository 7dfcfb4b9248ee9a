package dev.jongleur.jdbc.pool;

import java.time.Duration;

/** A moment up to which a caller waits, for however many things in turn. */
record Deadline(long nanos) {
  static Deadline in(Duration wait) {
    return new Deadline(System.nanoTime() + wait.toNanos());
  }

  long left() {
    return Math.max(0, nanos - System.nanoTime());
  }
}
