package dev.jongleur.error;

import java.time.Duration;
import java.util.Map;

/**
 * A limit of a tenant or of the application was reached. Nothing was done; try again after {@link
 * #retryAfter()}, or ask for less.
 */
public final class LimitException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final String limit;
  private final Duration retryAfter;

  /**
   * A limit that was reached.
   *
   * @param limit its name, as in {@code TenantLimits} or {@code ApplicationLimits}
   * @param retryAfter zero where waiting does not help
   */
  public LimitException(String limit, String message, Duration retryAfter) {
    super(
        "LIMIT_EXCEEDED",
        429,
        message,
        Map.of("limit", limit, "retryAfterMillis", millis(retryAfter)));
    this.limit = limit;
    this.retryAfter = retryAfter;
  }

  /** Rounded up: who comes back that early is not refused again. */
  private static long millis(Duration retryAfter) {
    return retryAfter.plusNanos(999_999).toMillis();
  }

  /** The limit's name. */
  public String limit() {
    return limit;
  }

  /** After how long it is worth trying again; zero where only asking for less helps. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
