package dev.jongleur.memory;

import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Sorting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a row lies in its collection: its id values in order, or its number where it has no id. */
record Key(List<@Nullable Object> parts) implements Comparable<Key> {
  static Key of(Object... parts) {
    return new Key(List.of(parts));
  }

  static Key of(Entity row) {
    Shape shape = row.definition().shape();
    var parts = new ArrayList<@Nullable Object>(shape.keySize());
    for (int part = 0; part < shape.keySize(); part++) {
      parts.add(row.slot(shape.keySlot(part)));
    }
    return new Key(parts);
  }

  @Override
  public int compareTo(Key other) {
    int common = Math.min(parts.size(), other.parts.size());
    for (int i = 0; i < common; i++) {
      int order = Sorting.values(parts.get(i), other.parts.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(parts.size(), other.parts.size());
  }
}
