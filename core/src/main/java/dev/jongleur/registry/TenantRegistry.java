package dev.jongleur.registry;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the registry holds for one tenant on one data source, from the first lease to the last. Its
 * models are in the spaces of its owners, each with names of its own; here they are counted.
 */
final class TenantRegistry implements AutoCloseable {
  private final Counts all;
  private final Instant since;
  private final AtomicInteger models = new AtomicInteger();

  /** Counts itself among the live ones and tells the highest number there ever was. */
  TenantRegistry(Counts all, Instant since) {
    this.all = all;
    this.since = since;
    all.tenantRegistryBegins();
  }

  void bound(int more) {
    models.addAndGet(more);
    all.models(more);
  }

  int models() {
    return models.get();
  }

  Instant since() {
    return since;
  }

  @Override
  public void close() {
    all.tenantRegistryEnds();
  }
}
