package dev.jongleur.jdbc;

/**
 * What tenants' databases that live in this process may take of its memory, where settings do not
 * say how many are open: a quarter of the heap or so. One of forty tables takes three megabytes:
 * its write buffer, which in a small heap fills two regions of a megabyte, and the pages it keeps.
 */
record Share(long heap) {
  private static final long MEBI = 1 << 20;
  private static final long HEAP_OF_ONE = 12 * MEBI;
  private static final int FEW = 8;
  private static final int MANY = 100;
  private static final int PART_FOR_PAGES = 8;
  private static final long MOST_PAGES = 16 * MEBI;

  static Share ofThisProcess() {
    return new Share(Runtime.getRuntime().maxMemory());
  }

  /** How many databases are open at a time. */
  int databases() {
    return Math.clamp(heap / HEAP_OF_ONE, FEW, MANY);
  }

  /** How many bytes of its pages each of so many databases keeps. */
  long pages(int databases) {
    return Math.clamp(heap / PART_FOR_PAGES / databases, MEBI, MOST_PAGES);
  }
}
