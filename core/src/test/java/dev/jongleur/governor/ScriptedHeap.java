package dev.jongleur.governor;

import dev.jongleur.observer.Subscription;
import java.util.concurrent.CopyOnWriteArrayList;

/** A heap of 1,000 MB that is as full as a test says. */
final class ScriptedHeap implements Heap {
  private static final long MAXIMUM = 1_000L << 20;

  private final CopyOnWriteArrayList<Runnable> woken = new CopyOnWriteArrayList<>();
  private volatile Reading reading = new Reading(0, MAXIMUM, 0);

  /** A collection that leaves so much alive. */
  void collect(long megabytes) {
    reading = new Reading(megabytes << 20, MAXIMUM, reading.collections() + 1);
    woken.forEach(Runnable::run);
  }

  int listeners() {
    return woken.size();
  }

  @Override
  public Reading read() {
    return reading;
  }

  @Override
  public Subscription afterCollections(Runnable listener) {
    woken.add(listener);
    return () -> woken.remove(listener);
  }
}
