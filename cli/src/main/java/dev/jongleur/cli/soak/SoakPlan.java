package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.soak.load.Manner;

/**
 * What a run does.
 *
 * @param models how many each request defines
 * @param threads how many requests go on at once
 * @param warmUp how many requests go before, uncounted
 * @param practice how often is measured before, unrecorded
 */
record SoakPlan(
    Storage storage,
    Manner manner,
    int tenants,
    int models,
    Extent extent,
    int threads,
    long warmUp,
    int practice) {
  /** From so many on, a slope is told apart from the noise of a measurement. */
  static final long LONG = 10_000;

  /**
   * The JVM compiles what it has called some hundred times, the measuring too, and keeps a profile
   * of it in the metaspace: 600 times are past that by far.
   */
  private static final int OFTEN = 600;

  /** So many requests that most of the code is compiled and what all share is there. */
  static long warmUp(Storage storage, Extent extent) {
    return switch (storage) {
      case MEMORY -> Math.max(5_000, extent.requests() / 20);
      case H2 -> 500;
    };
  }

  /** So often that measuring takes no memory itself any more, where a slope is to be told. */
  static int practice(Extent extent) {
    return extent.requests() < 0 || extent.requests() >= LONG ? OFTEN : 0;
  }

  /** How many there will be, warm-up included; -1 when nobody knows. */
  long requests() {
    return extent.requests() < 0 ? -1 : warmUp + extent.requests();
  }
}
