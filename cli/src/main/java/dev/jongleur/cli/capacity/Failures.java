package dev.jongleur.cli.capacity;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong, counted by its sentence; holds so many different ones at most. Thread-safe. */
final class Failures {
  private static final int DIFFERENT = 20;

  private final Map<String, Long> counts = new TreeMap<>();
  private boolean outOfMemory;

  /**
   * Does something, and goes on when it fails.
   *
   * @return whether it went well
   */
  boolean attempt(Runnable visit) {
    try {
      visit.run();
      return true;
    } catch (RuntimeException | OutOfMemoryError e) {
      count(e);
      return false;
    }
  }

  /** Whether memory ran out; then there is no point in going on. */
  synchronized boolean isOutOfMemory() {
    return outOfMemory;
  }

  synchronized long count() {
    return counts.values().stream().mapToLong(count -> count).sum();
  }

  synchronized Map<String, Long> counts() {
    return Collections.unmodifiableMap(new TreeMap<>(counts));
  }

  private synchronized void count(Throwable failure) {
    outOfMemory |= isOutOfMemory(failure);
    String sentence = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    counts.merge(counts.size() < DIFFERENT ? sentence : "others", 1L, Long::sum);
  }

  /** Databases wrap it. */
  private static boolean isOutOfMemory(Throwable failure) {
    Throwable cause = failure;
    while (cause != null && !(cause instanceof OutOfMemoryError)) {
      cause = cause.getCause();
    }
    return cause != null;
  }
}
