package dev.jongleur.cli.doctor.heap;

import java.util.Arrays;

/** The numbers of objects, in the order of their addresses, which are what a dump calls them by. */
final class Addresses {
  private static final int FEW = 8;

  private final long[] sorted;
  private final int[] firstOf;
  private final int shift;

  /** Takes over the array. */
  Addresses(long[] ids) {
    Arrays.sort(ids);
    this.sorted = ids;
    this.shift = shiftFor(ids);
    this.firstOf = new int[ids.length == 0 ? 1 : drawer(ids[ids.length - 1]) + 2];
    fillDrawers();
  }

  /** About as many drawers of equal width as there are objects. */
  private static int shiftFor(long[] ids) {
    long span = ids.length == 0 ? 0 : ids[ids.length - 1] - ids[0];
    int shift = 0;
    while (span >>> shift > ids.length) {
      shift++;
    }
    return shift;
  }

  private void fillDrawers() {
    int drawer = 0;
    for (int i = 0; i < sorted.length; i++) {
      for (int own = drawer(sorted[i]); drawer <= own; drawer++) {
        firstOf[drawer] = i;
      }
    }
    Arrays.fill(firstOf, drawer, firstOf.length, sorted.length);
  }

  private int drawer(long id) {
    return (int) ((id - sorted[0]) >>> shift);
  }

  int size() {
    return sorted.length;
  }

  long id(int number) {
    return sorted[number];
  }

  /** The number of the object at an address, negative when there is none. */
  int number(long id) {
    if (sorted.length == 0 || id < sorted[0] || id > sorted[sorted.length - 1]) {
      return -1;
    }
    int drawer = drawer(id);
    int from = firstOf[drawer];
    int to = firstOf[drawer + 1];
    return to - from > FEW ? Arrays.binarySearch(sorted, from, to, id) : scan(id, from, to);
  }

  private int scan(long id, int from, int to) {
    for (int i = from; i < to; i++) {
      if (sorted[i] == id) {
        return i;
      }
    }
    return -1;
  }
}
