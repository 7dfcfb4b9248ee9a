package dev.jongleur.memory.log.record;

import dev.jongleur.definition.Shape;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The numbers under which a log knows the shapes of its rows. A shape is written before the first
 * row that has it. Bounded by the shapes of the rows since the last compaction. Not thread-safe.
 */
public final class ShapesWritten {
  private final Map<String, Integer> byDigest = new HashMap<>();

  /** The same by object, so that nothing is digested twice. */
  private final IdentityHashMap<Shape, Integer> byObject = new IdentityHashMap<>();

  /** The number of a shape, or -1 when it has to be written. */
  public int number(Shape shape) {
    Integer known = byObject.get(shape);
    if (known == null) {
      known = byDigest.getOrDefault(shape.digest(), -1);
      if (known >= 0) {
        byObject.put(shape, known);
      }
    }
    return known;
  }

  public int number(RowShape shape) {
    return byDigest.getOrDefault(shape.digest(), -1);
  }

  public int add(RowShape shape) {
    int number = byDigest.size();
    byDigest.put(shape.digest(), number);
    return number;
  }

  /** Forgets all: who comes next writes its shape again. */
  public void clear() {
    byDigest.clear();
    byObject.clear();
  }

  public int size() {
    return byDigest.size();
  }
}
