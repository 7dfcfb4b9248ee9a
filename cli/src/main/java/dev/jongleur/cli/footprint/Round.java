package dev.jongleur.cli.footprint;

import com.sun.management.ThreadMXBean;
import dev.jongleur.cli.frame.CommandFailure;
import java.lang.management.ManagementFactory;

/**
 * One round of look-ups: what one of them took.
 *
 * @param nanos the time
 * @param bytes what was allocated
 */
record Round(double nanos, double bytes) {
  /** So many names are made at a time: as new to the caches as those of requests that came in. */
  private static final int AT_A_TIME = 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Looks up tenants by their numbers, each with a name made for it. */
  static Round of(Lookup lookup, int[] numbers) {
    var sink = new Sink();
    long nanos = 0;
    long bytes = 0;
    for (int from = 0; from < numbers.length; from += AT_A_TIME) {
      String[] names = names(numbers, from, Math.min(from + AT_A_TIME, numbers.length));
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long began = System.nanoTime();
      lookup.all(names, sink);
      nanos += System.nanoTime() - began;
      bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
    }
    if (sink.found() != numbers.length) {
      throw new CommandFailure("Only " + sink.found() + " of " + numbers.length + " were found.");
    }
    return new Round((double) nanos / numbers.length, (double) bytes / numbers.length);
  }

  private static String[] names(int[] numbers, int from, int to) {
    String[] names = new String[to - from];
    for (int i = from; i < to; i++) {
      names[i - from] = Population.name(numbers[i]);
    }
    return names;
  }
}
