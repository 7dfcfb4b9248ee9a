package dev.jongleur.memory.tree;

import dev.jongleur.entity.Entity;
import org.jspecify.annotations.Nullable;

/** One change of a tree while it goes down to its leaf, and what became of it. One thread's. */
final class Edit {
  final Ordering ordering;
  final @Nullable Object key;
  final Entity row;

  /** How many entries there are more afterwards: 1, 0 or -1. */
  int more;

  /** The right part of a node that had to be split. */
  @Nullable Node right;

  Edit(Ordering ordering, @Nullable Object key, Entity row) {
    this.ordering = ordering;
    this.key = key;
    this.row = row;
  }

  /** Where this entry lies relative to another. */
  int compare(@Nullable Object otherKey, @Nullable Object otherRow) {
    int order = ordering.keys(key, otherKey);
    return order != 0 ? order : ordering.rows(row, (Entity) Node.there(otherRow));
  }

  @Nullable Node takeRight() {
    Node taken = right;
    right = null;
    return taken;
  }
}
