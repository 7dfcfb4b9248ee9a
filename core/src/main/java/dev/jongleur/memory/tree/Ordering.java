package dev.jongleur.memory.tree;

import dev.jongleur.entity.Entity;
import org.jspecify.annotations.Nullable;

/** The order of a tree's entries: by key, and among equal keys by row. Total and stateless. */
public interface Ordering {
  /**
   * Keys by value, whole numbers ({@code Long}) as they are counted; one may be the beginning of
   * another, and is equal to it then.
   */
  int keys(@Nullable Object a, @Nullable Object b);

  /** Rows whose keys are equal; 0 where that makes them the same entry. */
  int rows(Entity a, Entity b);
}
