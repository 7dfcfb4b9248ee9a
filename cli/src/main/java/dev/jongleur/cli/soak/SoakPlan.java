package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.Storage;

/**
 * What a run does.
 *
 * @param models how many each request defines
 * @param switches how many requests there are, one tenant after the other in turn
 * @param threads how many requests go on at once
 * @param warmUp how many requests go before, uncounted
 */
record SoakPlan(Storage storage, int tenants, int models, long switches, int threads, long warmUp) {
  /** From so many on, a slope is told apart from the noise of a measurement. */
  private static final long LONG = 10_000;

  /** So many requests that most of the code is compiled and what all share is there. */
  static long warmUp(Storage storage) {
    return switch (storage) {
      case MEMORY -> 2_000;
      case H2 -> 200;
    };
  }

  boolean isLong() {
    return switches >= LONG;
  }
}
