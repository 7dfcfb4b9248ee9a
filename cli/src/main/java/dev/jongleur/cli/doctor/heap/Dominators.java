package dev.jongleur.cli.doctor.heap;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Who retains whom: an object's dominator is the last one that every way to it goes through, so it
 * goes when its dominator goes. Exact, by semidominators and nearest common ancestors, in about the
 * time of a walk. Objects are counted here in the order in which they are met, from 1; 0 stands for
 * the garbage collector.
 */
final class Dominators {
  private static final int NONE = -1;

  private final Edges edges;
  private final int[] orderOf;
  private final int[] met;
  private final int[] parent;
  private int count;

  private Dominators(Edges edges) {
    this.edges = edges;
    this.orderOf = new int[edges.size()];
    this.met = new int[edges.size() + 1];
    this.parent = new int[edges.size() + 1];
  }

  /** By object, how many bytes it retains, itself among them; 0 for what cannot be reached. */
  static long[] retained(IntToLongFunction size, Edges edges, int[] roots) {
    var dominators = new Dominators(edges);
    dominators.meetAll(roots);
    return dominators.sums(size, dominators.immediate(roots));
  }

  /** Goes into the depth, along the edges from each root. */
  private void meetAll(int[] roots) {
    int[] next = new int[edges.size()];
    for (int root : roots) {
      if (orderOf[root] == 0) {
        meet(root, 0);
        descend(next);
      }
    }
  }

  private void meet(int object, int from) {
    count++;
    met[count] = object;
    orderOf[object] = count;
    parent[count] = from;
  }

  /** From the one met last, until all below it are met. */
  private void descend(int[] next) {
    int top = parent[count];
    int at = count;
    next[met[at]] = edges.from(met[at]);
    while (at != top) {
      int object = met[at];
      if (next[object] == edges.to(object)) {
        at = parent[at];
        continue;
      }
      int target = edges.target(next[object]++);
      if (orderOf[target] == 0) {
        meet(target, at);
        at = count;
        next[target] = edges.from(target);
      }
    }
  }

  /** By order, the order of the immediate dominator. */
  private int[] immediate(int[] roots) {
    int[] semi = semidominators(roots);
    int[] dominator = Arrays.copyOf(parent, count + 1);
    for (int each = 1; each <= count; each++) {
      while (dominator[each] > semi[each]) {
        dominator[each] = dominator[dominator[each]];
      }
    }
    return dominator;
  }

  private int[] semidominators(int[] roots) {
    var incoming = new Incoming(edges, orderOf, met, count);
    boolean[] isRoot = new boolean[count + 1];
    for (int root : roots) {
      isRoot[orderOf[root]] = true;
    }
    var forest = new Forest(count);
    for (int each = count; each > 0; each--) {
      int lowest = isRoot[each] ? 0 : parent[each];
      for (int i = incoming.from(each); i < incoming.to(each); i++) {
        lowest = Math.min(lowest, forest.lowest(incoming.source(i)));
      }
      forest.link(each, parent[each], lowest);
    }
    return forest.semi;
  }

  private long[] sums(IntToLongFunction size, int[] dominator) {
    long[] sums = new long[edges.size()];
    for (int each = count; each > 0; each--) {
      sums[met[each]] += size.applyAsLong(met[each]);
      if (dominator[each] > 0) {
        sums[met[dominator[each]]] += sums[met[each]];
      }
    }
    return sums;
  }

  /** The edges turned round, by order. */
  private static final class Incoming {
    private final int[] first;
    private final int[] sources;

    Incoming(Edges edges, int[] orderOf, int[] met, int count) {
      this.first = new int[count + 2];
      for (int each = 1; each <= count; each++) {
        edges.forEach(met[each], target -> first[orderOf[target]]++);
      }
      for (int each = 1; each <= count + 1; each++) {
        first[each] += first[each - 1];
      }
      this.sources = new int[first[count + 1]];
      for (int each = 1; each <= count; each++) {
        int source = each;
        // Filled from the back, so that each first ends up where it should be.
        edges.forEach(met[each], target -> sources[--first[orderOf[target]]] = source);
      }
    }

    int from(int each) {
      return first[each];
    }

    int to(int each) {
      return first[each + 1];
    }

    int source(int i) {
      return sources[i];
    }
  }

  /** Those already dealt with, as trees whose paths are shortened whenever they are walked. */
  private static final class Forest {
    private final int[] semi;
    private final int[] ancestor;
    private final int[] label;
    private final int[] path;

    Forest(int count) {
      this.semi = new int[count + 1];
      this.ancestor = new int[count + 1];
      this.label = new int[count + 1];
      this.path = new int[count + 1];
      Arrays.setAll(semi, i -> i);
      Arrays.setAll(label, i -> i);
      Arrays.fill(ancestor, NONE);
    }

    void link(int each, int parent, int semidominator) {
      semi[each] = semidominator;
      ancestor[each] = parent;
    }

    /**
     * The lowest semidominator on the way up from here to the top of the tree, which is left out.
     */
    int lowest(int each) {
      if (ancestor[each] == NONE) {
        return each;
      }
      shorten(each);
      return semi[label[each]];
    }

    private void shorten(int each) {
      int length = 0;
      for (int at = each; ancestor[ancestor[at]] != NONE; at = ancestor[at]) {
        path[length++] = at;
      }
      while (length > 0) {
        int at = path[--length];
        int above = ancestor[at];
        if (semi[label[above]] < semi[label[at]]) {
          label[at] = label[above];
        }
        ancestor[at] = ancestor[above];
      }
    }
  }
}
