package dev.jongleur.registry;

import dev.jongleur.definition.Shape;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many distinct shapes the definitions in use have. Thread-safe; bounded by those. */
final class ShapeCount {
  private final Map<Shape, Integer> definitions = new ConcurrentHashMap<>();

  void add(Shape shape) {
    definitions.merge(shape, 1, Integer::sum);
  }

  void remove(Shape shape) {
    definitions.computeIfPresent(shape, (_, count) -> count == 1 ? null : count - 1);
  }

  int distinct() {
    return definitions.size();
  }
}
