package dev.jongleur.memory.log;

import dev.jongleur.definition.Shape;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The numbers under which a log knows the shapes of its rows. A shape is written before the first
 * row that has it. Bounded by the shapes of the rows since the last compaction. Not thread-safe.
 */
final class ShapesWritten {
  private final Map<String, Integer> byDigest = new HashMap<>();

  /** The same by object, so that nothing is digested twice. */
  private final IdentityHashMap<Shape, Integer> byObject = new IdentityHashMap<>();

  /** The number of a shape, or -1 when it has to be written. */
  int number(Shape shape) {
    Integer known = byObject.get(shape);
    if (known == null) {
      known = byDigest.getOrDefault(shape.digest(), -1);
      if (known >= 0) {
        byObject.put(shape, known);
      }
    }
    return known;
  }

  int number(RowShape shape) {
    return byDigest.getOrDefault(shape.digest(), -1);
  }

  int add(RowShape shape) {
    int number = byDigest.size();
    byDigest.put(shape.digest(), number);
    return number;
  }

  /** Forgets all: who comes next writes its shape again. */
  void clear() {
    byDigest.clear();
    byObject.clear();
  }

  int size() {
    return byDigest.size();
  }
}
