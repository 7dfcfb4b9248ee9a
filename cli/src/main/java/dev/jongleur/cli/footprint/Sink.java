package dev.jongleur.cli.footprint;

import org.jspecify.annotations.Nullable;

/** Keeps what was found where others could see it, so that nothing is left out as never used. */
final class Sink {
  private static final int PLACES = 256;

  private final @Nullable Object[] seen = new Object[PLACES];
  private int next;
  private long found;

  void take(@Nullable Object one) {
    seen[next++ & PLACES - 1] = one;
    if (one != null) {
      found++;
    }
  }

  /** How many were taken that were something. */
  long found() {
    return found;
  }

  /** Lets go of what it has seen. */
  void forget() {
    java.util.Arrays.fill(seen, null);
  }
}
