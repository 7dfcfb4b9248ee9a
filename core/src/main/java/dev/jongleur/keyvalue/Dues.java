package dev.jongleur.keyvalue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * All keys of a connector that expire, the soonest first, and the sweep that removes those whose
 * time is over. Bounded by the keys. Thread-safe; closing ends the sweep.
 */
final class Dues implements AutoCloseable {
  private final InstantSource clock;
  private final ConcurrentSkipListSet<Due> soonestFirst = new ConcurrentSkipListSet<>();
  private final SweepTimer timer = new SweepTimer(soonestFirst::isEmpty, this::sweep);

  Dues(InstantSource clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void add(Due due) {
    soonestFirst.add(due);
    timer.wake();
  }

  void remove(Due due) {
    soonestFirst.remove(due);
  }

  /** Removes every key whose time is over; costs nothing for those whose time is not. */
  void sweep() {
    Instant now = now();
    for (Due due : soonestFirst) {
      if (due.at().isAfter(now)) {
        return;
      }
      due.space().removeIfOver(due.key());
    }
  }

  int size() {
    return soonestFirst.size();
  }

  SweepTimer timer() {
    return timer;
  }

  @Override
  public void close() {
    timer.close();
    soonestFirst.clear();
  }
}
