package dev.jongleur.registry;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What a registry counts as it happens, so that statistics walk over nothing. Thread-safe. */
final class Counts {
  private final AtomicInteger tenantRegistries = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final LongAdder models = new LongAdder();
  private final AtomicInteger transactions = new AtomicInteger();
  private final AtomicInteger streams = new AtomicInteger();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong failedClosings = new AtomicLong();

  void tenantRegistryBegins() {
    peak.accumulateAndGet(tenantRegistries.incrementAndGet(), Math::max);
  }

  void tenantRegistryEnds() {
    tenantRegistries.decrementAndGet();
  }

  int tenantRegistries() {
    return tenantRegistries.get();
  }

  int tenantRegistriesPeak() {
    return peak.get();
  }

  void models(int more) {
    models.add(more);
  }

  int models() {
    return models.intValue();
  }

  void streams(int more) {
    streams.addAndGet(more);
  }

  int streams() {
    return streams.get();
  }

  void transactions(int more) {
    transactions.addAndGet(more);
  }

  int transactions() {
    return transactions.get();
  }

  void opened() {
    opened.incrementAndGet();
  }

  long everOpened() {
    return opened.get();
  }

  void closingFailed() {
    failedClosings.incrementAndGet();
  }

  long failedClosings() {
    return failedClosings.get();
  }
}
