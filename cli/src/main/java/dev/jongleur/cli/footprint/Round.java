package dev.jongleur.cli.footprint;

import com.sun.management.ThreadMXBean;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.measure.Spread;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * One round of look-ups: what one of them took.
 *
 * @param nanos the time, in the middle one of the parts of the round: one in which the machine did
 *     something else is among the slow ones
 * @param bytes what was allocated, in all parts
 */
record Round(double nanos, double bytes) {
  /** So many names are made at a time: as new to the caches as those of requests that came in. */
  private static final int AT_A_TIME = 1024;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Looks up tenants by their numbers, each with a name made for it. */
  static Round of(Lookup lookup, int[] numbers) {
    var sink = new Sink();
    List<Double> nanos = new ArrayList<>();
    long bytes = 0;
    for (int from = 0; from < numbers.length; from += AT_A_TIME) {
      String[] names = names(numbers, from, Math.min(from + AT_A_TIME, numbers.length));
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long began = System.nanoTime();
      lookup.all(names, sink);
      nanos.add((double) (System.nanoTime() - began) / names.length);
      bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
    }
    if (sink.found() != numbers.length) {
      throw new CommandFailure("Only " + sink.found() + " of " + numbers.length + " were found.");
    }
    return new Round(Spread.of(nanos).median(), (double) bytes / numbers.length);
  }

  private static String[] names(int[] numbers, int from, int to) {
    String[] names = new String[to - from];
    for (int i = from; i < to; i++) {
      names[i - from] = Population.name(numbers[i]);
    }
    return names;
  }
}
