package dev.jongleur.proof.fuzz;

import java.lang.management.ManagementFactory;

/** What is in the heap after a full collection: late in a fuzzing no more than early. */
final class KeptMemory {
  /** Caches fill up and classes are loaded in the first part. */
  private static final double EARLY = 0.4;

  private static final long MOST_GROWTH = 16L * 1024 * 1024;

  private final String name;
  private long early = -1;

  KeptMemory(String name) {
    this.name = name;
  }

  /** Looks once, when the first part is over. */
  void look(double done) {
    if (early < 0 && done > EARLY) {
      early = kept();
    }
  }

  void check() {
    long growth = kept() - early;
    if (early >= 0 && growth > MOST_GROWTH) {
      throw new AssertionError("Fuzzing " + name + " left " + growth + " bytes more in the heap.");
    }
  }

  private static long kept() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
