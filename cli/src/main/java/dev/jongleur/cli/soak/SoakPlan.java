package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.soak.load.Manner;

/**
 * What a run does.
 *
 * @param models how many each request defines
 * @param threads how many requests go on at once
 * @param warmUp how many requests go before, uncounted
 */
record SoakPlan(
    Storage storage,
    Manner manner,
    int tenants,
    int models,
    Extent extent,
    int threads,
    long warmUp) {
  /** So many requests that most of the code is compiled and what all share is there. */
  static long warmUp(Storage storage, Extent extent) {
    return switch (storage) {
      case MEMORY -> Math.max(5_000, extent.requests() / 20);
      case H2 -> 500;
    };
  }

  /** How many there will be, warm-up included; -1 when nobody knows. */
  long requests() {
    return extent.requests() < 0 ? -1 : warmUp + extent.requests();
  }
}
