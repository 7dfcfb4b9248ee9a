package dev.jongleur.policy;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;

/**
 * How an application keeps its memory: how eagerly it folds idle tenants at which pressure, and
 * when it tells an operator. Immutable; begin with {@link #adaptive()} or {@link #classic()}.
 *
 * @param automatic whether tenants are folded by themselves; what is done by hand is done anyway
 * @param hysteresis by which part of its mark the heap must fall below it for the pressure to fall
 * @param emergency from where on everything idle is folded at once
 * @param batch how many tenants are folded in one go
 * @param alerts when an operator is told
 */
public record GovernorPolicy(
    boolean automatic,
    Sweeps sweeps,
    double hysteresis,
    HeapMark emergency,
    int batch,
    AlertPolicy alerts) {
  private static final double TENTH = 0.1;
  private static final HeapMark ALMOST_ALL = HeapMark.share(0.92);
  private static final int BATCH = 100;

  public GovernorPolicy {
    if (!(hysteresis >= 0 && hysteresis < 1)) {
      throw new IllegalArgumentException("hysteresis is from 0 to less than 1.");
    }
    if (batch < 1) {
      throw new IllegalArgumentException("batch is at least 1.");
    }
  }

  /**
   * By shares of the largest heap: from a quarter, a half and three quarters on. Tells of more than
   * 1,000 tenant registries, of 1,000 tenants unfolded in a minute, and of more than 80 % of the
   * heap.
   */
  public static GovernorPolicy adaptive() {
    return of(
        new Sweeps(
            new Sweep(HeapMark.share(0), ofMinutes(10), ofHours(1)),
            new Sweep(HeapMark.share(0.25), ofMinutes(5), ofMinutes(30)),
            new Sweep(HeapMark.share(0.5), ofMinutes(2), ofMinutes(5)),
            new Sweep(HeapMark.share(0.75), ofSeconds(30), ofMinutes(1))),
        new AlertPolicy(1_000, 1_000, HeapMark.share(0.8)));
  }

  /**
   * By the original's marks, whatever the heap (F-468 to F-470): from 256, 512 and 1,024 MB on.
   * Tells of more than 50 tenant registries, of 50 tenants unfolded in a minute, and of more than
   * 512 MB.
   */
  public static GovernorPolicy classic() {
    return of(
        new Sweeps(
            new Sweep(HeapMark.megabytes(0), ofMinutes(5), ofMinutes(30)),
            new Sweep(HeapMark.megabytes(256), ofMinutes(5), ofMinutes(30)),
            new Sweep(HeapMark.megabytes(512), ofMinutes(2), ofMinutes(5)),
            new Sweep(HeapMark.megabytes(1_024), ofSeconds(30), ofMinutes(1))),
        new AlertPolicy(50, 50, HeapMark.megabytes(512)));
  }

  /** Folds nothing by itself, and tells what {@link #adaptive()} tells. */
  public static GovernorPolicy off() {
    return adaptive().withAutomatic(false);
  }

  private static GovernorPolicy of(Sweeps sweeps, AlertPolicy alerts) {
    return new GovernorPolicy(true, sweeps, TENTH, ALMOST_ALL, BATCH, alerts);
  }

  public GovernorPolicy withAutomatic(boolean folds) {
    return new GovernorPolicy(folds, sweeps, hysteresis, emergency, batch, alerts);
  }

  public GovernorPolicy withSweep(Pressure pressure, Sweep sweep) {
    Sweeps other = sweeps.with(pressure, sweep);
    return new GovernorPolicy(automatic, other, hysteresis, emergency, batch, alerts);
  }

  public GovernorPolicy withHysteresis(double part) {
    return new GovernorPolicy(automatic, sweeps, part, emergency, batch, alerts);
  }

  public GovernorPolicy withEmergency(HeapMark from) {
    return new GovernorPolicy(automatic, sweeps, hysteresis, from, batch, alerts);
  }

  public GovernorPolicy withBatch(int most) {
    return new GovernorPolicy(automatic, sweeps, hysteresis, emergency, most, alerts);
  }

  public GovernorPolicy withAlerts(AlertPolicy other) {
    return new GovernorPolicy(automatic, sweeps, hysteresis, emergency, batch, other);
  }
}
