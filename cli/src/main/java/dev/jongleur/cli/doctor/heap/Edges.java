package dev.jongleur.cli.doctor.heap;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Who keeps whom, by the numbers of the objects. */
final class Edges {
  private final int[] first;
  private final int[] targets;

  private Edges(int[] first, int[] targets) {
    this.first = first;
    this.targets = targets;
  }

  /**
   * @param size how many objects there are
   * @param keeping tells those that an object keeps
   */
  static Edges of(int size, Keeping keeping) {
    int[] first = new int[size + 1];
    var found = new Targets();
    for (int i = 0; i < size; i++) {
      first[i] = found.size;
      keeping.accept(i, found);
    }
    first[size] = found.size;
    return new Edges(first, found.all);
  }

  /** Tells those that an object keeps. */
  interface Keeping {
    void accept(int object, IntConsumer told);
  }

  /** How many objects there are. */
  int size() {
    return first.length - 1;
  }

  int from(int object) {
    return first[object];
  }

  int to(int object) {
    return first[object + 1];
  }

  int target(int edge) {
    return targets[edge];
  }

  void forEach(int object, IntConsumer told) {
    for (int edge = from(object); edge < to(object); edge++) {
      told.accept(targets[edge]);
    }
  }

  /** Grows as they come. */
  private static final class Targets implements IntConsumer {
    private int[] all = new int[1 << 16];
    private int size;

    @Override
    public void accept(int target) {
      if (size == all.length) {
        all = Arrays.copyOf(all, size + (size >> 1));
      }
      all[size++] = target;
    }
  }
}
