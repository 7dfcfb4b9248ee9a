package dev.jongleur.registry;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the registry holds for one tenant on one data source, from the first lease to the last. Its
 * models are in the spaces of its owners, each with names of its own.
 */
final class TenantRegistry implements AutoCloseable {
  private final AtomicInteger live;

  /** Counts itself among the live ones and tells the highest number there ever was. */
  TenantRegistry(AtomicInteger live, AtomicInteger peak) {
    this.live = live;
    int now = live.incrementAndGet();
    peak.accumulateAndGet(now, Math::max);
  }

  @Override
  public void close() {
    live.decrementAndGet();
  }
}
