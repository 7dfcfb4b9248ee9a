package dev.jongleur.proof.fuzz;

import java.time.Duration;

/**
 * How long all fuzzing takes together: two minutes in an ordinary build, an hour with {@code
 * -Dfuzz.seconds=3600}. Each fuzzing has its share of it.
 */
public final class FuzzTime {
  /** As many as there are fuzzings; each gets as much. */
  private static final int SHARES = 6;

  private static final Duration ALL = Duration.ofSeconds(Integer.getInteger("fuzz.seconds", 120));

  private FuzzTime() {}

  public static Duration share() {
    return ALL.dividedBy(SHARES);
  }
}
