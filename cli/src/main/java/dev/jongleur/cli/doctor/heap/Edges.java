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

  static Edges of(ObjectTable objects) {
    int[] first = new int[objects.size() + 1];
    var found = new Targets();
    for (int i = 0; i < objects.size(); i++) {
      first[i] = found.size;
      objects.forEachKept(i, found);
    }
    first[objects.size()] = found.size;
    return new Edges(first, found.all);
  }

  /** How many objects there are. */
  int size() {
    return first.length - 1;
  }

  int count() {
    return first[size()];
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
