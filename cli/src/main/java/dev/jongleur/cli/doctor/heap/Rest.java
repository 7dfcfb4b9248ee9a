package dev.jongleur.cli.doctor.heap;

import java.util.BitSet;
import java.util.stream.IntStream;

/** What the garbage collector would still reach if some objects were gone. */
public final class Rest {
  private final Heap heap;
  private final BitSet left;

  Rest(Heap heap, BitSet left) {
    this.heap = heap;
    this.left = left;
  }

  public boolean has(HeapObject object) {
    return left.get(object.number());
  }

  /** How many bytes would be free: what only those objects retain, themselves among it. */
  public long gone() {
    Reached reached = heap.reached();
    return IntStream.range(0, reached.count())
        .map(reached::at)
        .filter(object -> !left.get(object))
        .mapToLong(heap::size)
        .sum();
  }
}
