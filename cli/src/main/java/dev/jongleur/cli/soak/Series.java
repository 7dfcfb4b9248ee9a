package dev.jongleur.cli.soak;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples while they are taken. Room for all of them is there before the first, so that what is
 * measured does not grow by its own record. For one thread.
 */
final class Series {
  private final long[] switches;
  private final long[] liveHeap;
  private final long[] metaspace;
  private int size;

  /**
   * @param most how many samples there will be at most
   */
  Series(int most) {
    this.switches = new long[most];
    this.liveHeap = new long[most];
    this.metaspace = new long[most];
  }

  void add(Sample sample) {
    switches[size] = sample.switches();
    liveHeap[size] = sample.liveHeap();
    metaspace[size] = sample.metaspace();
    size++;
  }

  List<Sample> samples() {
    return IntStream.range(0, size)
        .mapToObj(i -> new Sample(switches[i], liveHeap[i], metaspace[i]))
        .toList();
  }
}
