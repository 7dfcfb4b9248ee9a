package dev.jongleur.cli.doctor.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who holds what: of the steps on the shortest way to an object the last that is the application's
 * own.
 */
public final class Holders {
  private static final int NOBODY = -1;
  private static final int MOST_STEPS = 20;

  private final Heap heap;
  private final RootNames roots;

  /** By object, the one that the holder's field refers to. */
  private final int[] held;

  private Holders(Heap heap, int[] held) {
    this.heap = heap;
    this.roots = new RootNames(heap);
    this.held = held;
  }

  static Holders of(Heap heap, Predicate<String> application) {
    Reached reached = heap.reached();
    int[] held = new int[reached.size()];
    Arrays.fill(held, NOBODY);
    var isOwn = new HashMap<String, Boolean>();
    for (int i = 0; i < reached.count(); i++) {
      int object = reached.at(i);
      if (!reached.isRoot(object)) {
        int keeper = reached.from(object);
        boolean own = isOwn.computeIfAbsent(heap.className(keeper), application::test);
        held[object] = own ? object : held[keeper];
      }
    }
    return new Holders(heap, held);
  }

  /** Whether a step of the application leads there. */
  public boolean isHeld(HeapObject object) {
    return held[object.number()] != NOBODY;
  }

  /** The object that the holder's field refers to: the one asked for, or what has it in itself. */
  public HeapObject content(HeapObject object) {
    int content = held[object.number()];
    return content == NOBODY ? object : new HeapObject(heap, content);
  }

  /** The holder's field; where none is the application's, what the collector begins with. */
  public String holder(HeapObject object) {
    int content = held[object.number()];
    if (content != NOBODY) {
      return heap.step(heap.reached().from(content), content).field();
    }
    List<Integer> way = way(object.number());
    if (isThreadLocal(way)) {
      return "a ThreadLocal";
    }
    return heap.isClass(way.getFirst()) && way.size() > 1
        ? heap.step(way.get(0), way.get(1)).field()
        : roots.name(way);
  }

  private boolean isThreadLocal(List<Integer> way) {
    return way.size() > 1
        && heap.className(way.getFirst()).endsWith("Thread")
        && heap.step(way.get(0), way.get(1)).member().endsWith("hreadLocals");
  }

  /** Whether nothing has it but what a running method has at hand. */
  public boolean isInUse(HeapObject object) {
    return held[object.number()] == NOBODY && heap.roots().isInUse(way(object.number()).getFirst());
  }

  /** The shortest way to an object that can be reached. */
  public HeapPath path(HeapObject object) {
    List<Integer> way = way(object.number());
    int holder = way.indexOf(held[object.number()]) - 1;
    int leftOut = Math.max(0, way.size() - 1 - MOST_STEPS);
    var steps = new ArrayList<HeapPath.Place>();
    for (int i = 0; i + 1 < way.size(); i++) {
      if (i < MOST_STEPS / 2 || i >= MOST_STEPS / 2 + leftOut || i == holder) {
        steps.add(new HeapPath.Place(i, heap.step(way.get(i), way.get(i + 1)), i == holder));
      }
    }
    return new HeapPath(roots.name(way), steps, way.size() - 1, object.className());
  }

  /** From the root to the object. */
  private List<Integer> way(int object) {
    var way = new ArrayList<Integer>();
    Reached reached = heap.reached();
    int at = object;
    while (!reached.isRoot(at)) {
      way.add(at);
      at = reached.from(at);
    }
    way.add(at);
    return way.reversed();
  }
}
