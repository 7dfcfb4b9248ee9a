package dev.jongleur.cli.doctor.heap;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The shortest way from the garbage collector's roots to every object. What only running methods
 * have at hand is reached last, so that a way through them is told only where there is no other.
 */
final class Reached {
  private static final int NOT = -2;
  private static final int ROOT = -1;

  private final Edges edges;
  private final int[] from;
  private final int[] order;
  private int count;

  private Reached(Edges edges) {
    this.edges = edges;
    this.from = new int[edges.size()];
    this.order = new int[edges.size()];
    Arrays.fill(from, NOT);
  }

  static Reached of(Edges edges, Collection<Integer> keeping, Collection<Integer> inUse) {
    var reached = new Reached(edges);
    reached.walk(keeping);
    reached.walk(inUse);
    return reached;
  }

  private void walk(Collection<Integer> roots) {
    int next = count;
    roots.forEach(root -> add(root, ROOT));
    while (next < count) {
      int object = order[next++];
      edges.forEach(object, target -> add(target, object));
    }
  }

  private void add(int object, int by) {
    if (from[object] == NOT) {
      from[object] = by;
      order[count++] = object;
    }
  }

  /** How many objects there are, reached or not. */
  int size() {
    return from.length;
  }

  boolean isReached(int object) {
    return from[object] != NOT;
  }

  boolean isRoot(int object) {
    return from[object] == ROOT;
  }

  /** The one before it on its way, where it is no root. */
  int from(int object) {
    return from[object];
  }

  /** The objects by how far they are. */
  int at(int place) {
    return order[place];
  }

  int count() {
    return count;
  }

  /** All whose way leads through one of some objects, and ends behind it. */
  BitSet behind(BitSet some) {
    var behind = new BitSet(from.length);
    for (int i = 0; i < count; i++) {
      int by = from[order[i]];
      if (by >= 0 && (some.get(by) || behind.get(by))) {
        behind.set(order[i]);
      }
    }
    return behind;
  }

  /** All that can be reached without going through some objects. */
  static BitSet around(Edges edges, int[] roots, IntPredicate avoided) {
    var walk = new Walk(edges, object -> !avoided.test(object));
    IntStream.of(roots).forEach(walk::meet);
    return walk.toTheEnd(_ -> true);
  }

  /** What some objects lead to, as far as those in between are followed. */
  static BitSet behind(Edges edges, int[] starts, IntPredicate followed) {
    var walk = new Walk(edges, _ -> true);
    IntStream.of(starts).forEach(start -> edges.forEach(start, walk::meet));
    return walk.toTheEnd(followed);
  }

  /** Into the depth. */
  private static final class Walk {
    private final Edges edges;
    private final IntPredicate met;
    private final BitSet seen;
    private int[] waiting = new int[1 << 10];
    private int size;

    /**
     * @param met which objects count
     */
    Walk(Edges edges, IntPredicate met) {
      this.edges = edges;
      this.met = met;
      this.seen = new BitSet(edges.size());
    }

    void meet(int object) {
      if (seen.get(object) || !met.test(object)) {
        return;
      }
      seen.set(object);
      if (size == waiting.length) {
        waiting = Arrays.copyOf(waiting, size + (size >> 1));
      }
      waiting[size++] = object;
    }

    BitSet toTheEnd(IntPredicate followed) {
      while (size > 0) {
        int object = waiting[--size];
        if (followed.test(object)) {
          edges.forEach(object, this::meet);
        }
      }
      return seen;
    }
  }
}
