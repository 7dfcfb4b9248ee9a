package dev.jongleur.cli.footprint;

import dev.jongleur.cli.measure.LiveMemory;
import java.lang.management.ManagementFactory;

/** What the process has at one moment, after full collections. */
record Standing(long heap, int classes, int threads) {
  static Standing now() {
    long heap = LiveMemory.now().heap();
    return new Standing(
        heap,
        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(),
        ManagementFactory.getThreadMXBean().getThreadCount());
  }

  /** How many bytes each of so many takes that came since then. */
  double bytesEach(Standing before, int many) {
    return many == 0 ? 0 : (double) (heap - before.heap) / many;
  }
}
