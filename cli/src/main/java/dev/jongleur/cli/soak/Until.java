package dev.jongleur.cli.soak;

import java.time.Duration;

/**
 * When to stop: before a number, or at a time of {@link System#nanoTime()}, whatever comes first.
 */
record Until(long number, long nanoTime) {
  /** Far off, yet so that as many can be taken beyond it as there are threads. */
  private static final long NO_NUMBER = Long.MAX_VALUE / 2;

  static Until number(long number) {
    return new Until(number, System.nanoTime() + Long.MAX_VALUE / 2);
  }

  static Until after(Duration time) {
    return new Until(NO_NUMBER, System.nanoTime() + time.toNanos());
  }

  boolean isLate() {
    return System.nanoTime() - nanoTime >= 0;
  }
}
