package dev.jongleur.policy;

import java.time.Duration;

/**
 * How eagerly idle tenants are folded.
 *
 * @param above the live heap from which on it is so
 * @param every how often it is looked for them
 * @param idle how long one is unused before it is folded
 */
public record Sweep(HeapMark above, Duration every, Duration idle) {
  public Sweep {
    if (!every.isPositive() || idle.isNegative()) {
      throw new IllegalArgumentException("A sweep comes after a while, for what is idle a while.");
    }
  }
}
