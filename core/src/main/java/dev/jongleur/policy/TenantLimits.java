package dev.jongleur.policy;

import java.time.Duration;

/**
 * What one tenant may use. Immutable; begin with {@link #NONE} and name what is limited. Exceeding
 * one is a {@link dev.jongleur.error.LimitException} that names it and says when to try again.
 *
 * @param operationsPerSecond on average
 * @param burst how many of them may come at once after a pause
 * @param operationsAtOnce how many run at the same time; more wait their turn, in their order
 * @param waiting how many may wait for that; who comes then is refused at once
 * @param longestWait how long one waits for that before it is refused
 * @param rows the most that one question may answer with
 * @param queryTime after which an operation reads no further
 * @param includeDepth how deep includes may be nested
 * @param customModels how many models of its own it may add
 */
public record TenantLimits(
    int operationsPerSecond,
    int burst,
    int operationsAtOnce,
    int waiting,
    Duration longestWait,
    int rows,
    Duration queryTime,
    int includeDepth,
    int customModels) {
  /** A number that is never reached. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** A time that never ends. */
  public static final Duration FOREVER = Duration.ofSeconds(Integer.MAX_VALUE);

  /** Without any limit. Where operations at once are limited, 1,000 may wait 10 seconds each. */
  public static final TenantLimits NONE =
      new TenantLimits(
          UNLIMITED,
          UNLIMITED,
          UNLIMITED,
          1_000,
          Duration.ofSeconds(10),
          UNLIMITED,
          FOREVER,
          UNLIMITED,
          UNLIMITED);

  public TenantLimits {
    positive("operationsPerSecond", operationsPerSecond);
    positive("burst", burst);
    positive("operationsAtOnce", operationsAtOnce);
    positive("rows", rows);
    if (queryTime.isNegative() || queryTime.isZero()) {
      throw new IllegalArgumentException("queryTime is more than nothing.");
    }
    notNegative("waiting", waiting);
    notNegative("longestWait", longestWait.isNegative() ? -1 : 0);
    notNegative("includeDepth", includeDepth);
    notNegative("customModels", customModels);
  }

  private static void notNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " is not negative.");
    }
  }

  private static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is at least 1.");
    }
  }

  public TenantLimits withOperationsPerSecond(int average, int burst) {
    return new TenantLimits(
        average,
        burst,
        operationsAtOnce,
        waiting,
        longestWait,
        rows,
        queryTime,
        includeDepth,
        customModels);
  }

  public TenantLimits withOperationsAtOnce(int most) {
    return new TenantLimits(
        operationsPerSecond,
        burst,
        most,
        waiting,
        longestWait,
        rows,
        queryTime,
        includeDepth,
        customModels);
  }

  /** Who may wait when operations at once are limited, and how long. */
  public TenantLimits withWaiting(int most, Duration longest) {
    return new TenantLimits(
        operationsPerSecond,
        burst,
        operationsAtOnce,
        most,
        longest,
        rows,
        queryTime,
        includeDepth,
        customModels);
  }

  public TenantLimits withRows(int most) {
    return new TenantLimits(
        operationsPerSecond,
        burst,
        operationsAtOnce,
        waiting,
        longestWait,
        most,
        queryTime,
        includeDepth,
        customModels);
  }

  public TenantLimits withQueryTime(Duration most) {
    return new TenantLimits(
        operationsPerSecond,
        burst,
        operationsAtOnce,
        waiting,
        longestWait,
        rows,
        most,
        includeDepth,
        customModels);
  }

  public TenantLimits withIncludeDepth(int most) {
    return new TenantLimits(
        operationsPerSecond,
        burst,
        operationsAtOnce,
        waiting,
        longestWait,
        rows,
        queryTime,
        most,
        customModels);
  }

  public TenantLimits withCustomModels(int most) {
    return new TenantLimits(
        operationsPerSecond,
        burst,
        operationsAtOnce,
        waiting,
        longestWait,
        rows,
        queryTime,
        includeDepth,
        most);
  }
}
