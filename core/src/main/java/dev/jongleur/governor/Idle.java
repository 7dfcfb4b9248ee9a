package dev.jongleur.governor;

import java.time.Instant;
import java.util.function.Consumer;

/** The tenants that a governor may fold. Thread-safe. */
public interface Idle {
  /**
   * Folds tenants that were not used since, the least recently used first, and never one in use.
   * One that cannot be folded is told of and does not keep the others from it.
   *
   * @param most how many, no more
   * @param failed is told why one could not be folded
   * @return how many were tried; less than {@code most} when there are no more
   */
  int fold(Instant unusedSince, int most, Consumer<RuntimeException> failed);

  /** How many tenants are unfolded. */
  int unfolded();

  /** How many tenants hold something on a data source. */
  int tenantRegistries();
}
