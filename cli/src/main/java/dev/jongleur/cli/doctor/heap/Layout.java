package dev.jongleur.cli.doctor.heap;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How large objects are in the JVM that was dumped, which the dump does not tell: it has every
 * reference at full width and no headers.
 *
 * @param header bytes in front of the fields
 * @param reference bytes of a reference
 */
record Layout(int header, int reference) {
  private static final int ALIGNMENT = 8;

  private static final List<Layout> KNOWN =
      List.of(
          new Layout(12, 4),
          new Layout(8, 4), // compact object headers
          new Layout(12, 8), // a heap over 32 GB, or ZGC
          new Layout(8, 8),
          new Layout(16, 8));

  /**
   * The known layout that fits best.
   *
   * @param fit how well one does; the first is taken for all that do equally well
   */
  static Layout fitting(ToLongFunction<Layout> fit) {
    return KNOWN.stream().max(Comparator.comparingLong(fit)).orElseThrow();
  }

  /** Of an instance with so many bytes of primitives and so many references. */
  long instance(int primitives, int references) {
    return aligned(header + primitives + (long) references * reference, ALIGNMENT);
  }

  long array(int length, int element) {
    return aligned(aligned(header + Integer.BYTES, element) + (long) length * element, ALIGNMENT);
  }

  long references(int length) {
    return array(length, reference);
  }

  private static long aligned(long bytes, int to) {
    return (bytes + to - 1) / to * to;
  }
}
