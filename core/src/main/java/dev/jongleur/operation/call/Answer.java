package dev.jongleur.operation.call;

import dev.jongleur.error.LimitException;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Include;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of what a tenant may ask for one question has answered: its rows, and those of each
 * include, however many questions an include takes. Nothing is cut off silently. For one thread.
 */
public final class Answer {
  private static final Answer UNLIMITED = new Answer(TenantLimits.NONE, "", 0, Map.of());

  private final TenantLimits limits;
  private final String path;
  private final int depth;
  private final Map<String, Integer> rows;

  private Answer(TenantLimits limits, String path, int depth, Map<String, Integer> rows) {
    this.limits = limits;
    this.path = path;
    this.depth = depth;
    this.rows = rows;
  }

  public static Answer within(TenantLimits limits) {
    boolean isLimited =
        limits.rows() < TenantLimits.UNLIMITED || limits.includeDepth() < TenantLimits.UNLIMITED;
    return isLimited ? new Answer(limits, "", 0, new HashMap<>()) : UNLIMITED;
  }

  /** The part of it that an include answers; one that a model's own scope adds is found here. */
  public Answer including(String relation) {
    if (this == UNLIMITED) {
      return this;
    }
    checkDepth(1);
    return new Answer(limits, path + "/" + relation, depth + 1, rows);
  }

  /**
   * Looks at what a filter includes, before anything is read.
   *
   * @throws LimitException when it is nested too deeply
   */
  public void checkDepth(List<Include> includes) {
    if (this != UNLIMITED) {
      checkDepth(depthOf(includes));
    }
  }

  private void checkDepth(int more) {
    if (depth + more > limits.includeDepth()) {
      throw new LimitException(
          "includeDepth",
          "Includes may be nested " + limits.includeDepth() + " deep: include less.",
          Duration.ZERO);
    }
  }

  private static int depthOf(List<Include> includes) {
    return includes.stream()
        .mapToInt(include -> 1 + depthOf(include.scope().include()))
        .max()
        .orElse(0);
  }

  /** A filter that asks for one row more than may be answered, so that it is seen if there is. */
  public Filter bounded(Filter filter) {
    int left = left();
    boolean asksForMore = filter.limit() == 0 || filter.limit() > left;
    return left < TenantLimits.UNLIMITED && asksForMore ? filter.limit(left + 1) : filter;
  }

  /**
   * Counts rows that were found.
   *
   * @throws LimitException when they are more than may be answered
   */
  public void count(String model, int found) {
    if (found > left()) {
      throw new LimitException(
          "rows",
          "The answer has more than "
              + limits.rows()
              + " rows of \""
              + model
              + "\": ask for fewer.",
          Duration.ZERO);
    }
    if (limits.rows() < TenantLimits.UNLIMITED) {
      rows.merge(path, found, Integer::sum);
    }
  }

  private int left() {
    return limits.rows() == TenantLimits.UNLIMITED
        ? TenantLimits.UNLIMITED
        : limits.rows() - rows.getOrDefault(path, 0);
  }
}
