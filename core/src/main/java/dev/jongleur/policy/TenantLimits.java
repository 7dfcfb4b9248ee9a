package dev.jongleur.policy;

import java.time.Duration;

/**
 * What one tenant may use. Immutable; begin with {@link #NONE} and name what is limited. Exceeding
 * one is a {@link dev.jongleur.error.LimitException} that names it and says when to try again.
 *
 * @param operationsPerSecond on average
 * @param burst how many of them may come at once after a pause
 * @param operationsAtOnce how many run at the same time; more wait their turn, in their order
 * @param rows the most that one question may answer with
 * @param queryTime after which a question is given up
 * @param includeDepth how deep includes may be nested
 * @param customModels how many models of its own it may add
 */
public record TenantLimits(
    int operationsPerSecond,
    int burst,
    int operationsAtOnce,
    int rows,
    Duration queryTime,
    int includeDepth,
    int customModels) {
  /** A number that is never reached. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A time that never ends. */
  public static final Duration FOREVER = Duration.ofSeconds(Integer.MAX_VALUE);

  /** Without any limit. */
  public static final TenantLimits NONE =
      new TenantLimits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, FOREVER, UNLIMITED, UNLIMITED);

  public TenantLimits {
    positive("operationsPerSecond", operationsPerSecond);
    positive("burst", burst);
    positive("operationsAtOnce", operationsAtOnce);
    positive("rows", rows);
    if (queryTime.isNegative() || queryTime.isZero()) {
      throw new IllegalArgumentException("queryTime is more than nothing.");
    }
    if (includeDepth < 0 || customModels < 0) {
      throw new IllegalArgumentException("includeDepth and customModels are not negative.");
    }
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1.");
    }
  }

  public TenantLimits withOperationsPerSecond(int average, int burst) {
    return new TenantLimits(
        average, burst, operationsAtOnce, rows, queryTime, includeDepth, customModels);
  }

  public TenantLimits withOperationsAtOnce(int most) {
    return new TenantLimits(
        operationsPerSecond, burst, most, rows, queryTime, includeDepth, customModels);
  }

  public TenantLimits withRows(int most) {
    return new TenantLimits(
        operationsPerSecond, burst, operationsAtOnce, most, queryTime, includeDepth, customModels);
  }

  public TenantLimits withQueryTime(Duration most) {
    return new TenantLimits(
        operationsPerSecond, burst, operationsAtOnce, rows, most, includeDepth, customModels);
  }

  public TenantLimits withIncludeDepth(int most) {
    return new TenantLimits(
        operationsPerSecond, burst, operationsAtOnce, rows, queryTime, most, customModels);
  }

  public TenantLimits withCustomModels(int most) {
    return new TenantLimits(
        operationsPerSecond, burst, operationsAtOnce, rows, queryTime, includeDepth, most);
  }
}
