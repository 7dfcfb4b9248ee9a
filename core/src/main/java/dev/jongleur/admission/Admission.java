package dev.jongleur.admission;

import dev.jongleur.policy.TenantLimits;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Lets the operations of one tenant in. Thread-safe; holds nothing that must be closed. */
public sealed interface Admission permits Free, Limited {
  /** Lets everything in at once, and allocates nothing. */
  Admission FREE = new Free();

  /**
   * By a tenant's limits; {@link #FREE} where they leave operations alone.
   *
   * @param tenant how messages name it
   */
  static Admission of(String tenant, TenantLimits limits, InstantSource clock) {
    return Limited.limits(limits) ? new Limited(tenant, limits, clock) : FREE;
  }

  /**
   * Does an operation when it may be done. One within another of the same tenant (of an observer,
   * of an include) is a part of it and always may.
   *
   * @throws dev.jongleur.error.LimitException when it may not, or not in time; nothing was done
   */
  <T> T admit(Supplier<T> operation);

  /**
   * Goes on with an operation that was let in before and takes its time between its parts: each
   * part needs a place again and has a time of its own, but is no further operation.
   *
   * @throws dev.jongleur.error.LimitException when there is no place in time; nothing was done
   */
  <T> T goOn(Supplier<T> part);

  /** How many operations are inside now; 0 where that is not limited, and not counted. */
  int running();

  /** How many wait to be let in. */
  int waiting();
}
