package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.RegistryStats;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Nobody closes it: the registry is to find it by the collector. Where the collector has no reason
 * to run, it is asked to, so that at most so many wait to be found.
 */
final class Forgetting implements Ending {
  /** How many may wait to be found before the collector is asked. */
  static final int MOST_WAITING = 1_000;

  private static final int LOOK_EVERY = 100;

  private final Duration patience;
  private final AtomicLong dropped = new AtomicLong();
  private final LongAdder reported = new LongAdder();
  private final ReentrantLock collecting = new ReentrantLock();
  private volatile boolean gaveUp;

  /**
   * @param patience for how long none may be found; afterwards it is not waited any more
   */
  Forgetting(Duration patience) {
    this.patience = patience;
  }

  @Override
  public void end(ModelRegistry registry, String tenant, DataSource source) {
    if (dropped.incrementAndGet() % LOOK_EVERY == 0 && waiting(registry) > MOST_WAITING) {
      collecting.lock();
      try {
        collect(registry, MOST_WAITING / 2);
      } finally {
        collecting.unlock();
      }
    }
  }

  @Override
  public void settle(ModelRegistry registry) {
    collect(registry, 0);
  }

  @Override
  public void happened(RegistryEvent event) {
    if (event instanceof Leaked leaked && leaked.resource() == Resource.DATA_SOURCE) {
      reported.increment();
    }
  }

  @Override
  public List<String> complaints(RegistryStats stats) {
    var complaints = new ArrayList<String>();
    if (stats.forgotten() != stats.dataSourcesOpened()) {
      long lost = stats.dataSourcesOpened() - stats.forgotten();
      complaints.add("data sources that were dropped and not found: " + lost);
    }
    if (reported.sum() != stats.forgotten()) {
      long silent = stats.forgotten() - reported.sum();
      complaints.add("data sources that were found and not reported: " + silent);
    }
    return complaints;
  }

  /** Until so few wait; or until none was found for too long, which the numbers will tell. */
  private void collect(ModelRegistry registry, int few) {
    long since = System.nanoTime();
    long before = -1;
    while (waiting(registry) > few && !gaveUp) {
      long now = reported.sum();
      if (now == before) {
        gaveUp = System.nanoTime() - since > patience.toNanos();
        System.gc();
      } else {
        since = System.nanoTime();
      }
      before = now;
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private long waiting(ModelRegistry registry) {
    return registry.stats().dataSourcesOpened() - reported.sum();
  }
}
