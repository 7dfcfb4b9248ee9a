package dev.jongleur.cli.doctor.heap;

import java.util.BitSet;
import java.util.stream.IntStream;

/** Some objects of a heap. */
public final class Part {
  private final Heap heap;
  private final BitSet objects;

  Part(Heap heap, BitSet objects) {
    this.heap = heap;
    this.objects = objects;
  }

  public boolean has(HeapObject object) {
    return objects.get(object.number());
  }

  /** How many bytes those have that can be reached and are not of this part. */
  public long bytesOfOthers() {
    Reached reached = heap.reached();
    return IntStream.range(0, reached.count())
        .map(reached::at)
        .filter(object -> !objects.get(object))
        .mapToLong(heap::size)
        .sum();
  }
}
