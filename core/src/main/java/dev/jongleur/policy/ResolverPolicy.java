package dev.jongleur.policy;

import java.time.Duration;

/**
 * How patiently a tenant resolver is waited for. Immutable.
 *
 * @param longestWait how long a caller waits for it at most
 * @param waiting how many callers may wait at once, for all tenants
 * @param remembered how long its answer stands for those who ask again, a failure too
 */
public record ResolverPolicy(Duration longestWait, int waiting, Duration remembered) {
  /** Ten seconds, a thousand callers, two seconds. */
  public static final ResolverPolicy DEFAULT =
      new ResolverPolicy(Duration.ofSeconds(10), 1000, Duration.ofSeconds(2));

  public ResolverPolicy {
    if (longestWait.isNegative() || waiting < 1 || remembered.isNegative()) {
      throw new IllegalArgumentException("A wait is not negative, and somebody may wait.");
    }
  }
}
