package dev.jongleur.memory.tree;

import org.jspecify.annotations.Nullable;

/**
 * A place between entries: before all whose key is equal to this one, or after them. A key that is
 * the beginning of others stands for all of those.
 */
public record Place(@Nullable Object key, boolean isAfter) {
  public static Place before(@Nullable Object key) {
    return new Place(key, false);
  }

  public static Place after(@Nullable Object key) {
    return new Place(key, true);
  }

  /** Whether an entry with this key lies before this place. */
  boolean isBehind(@Nullable Object other, Ordering ordering) {
    int order = ordering.keys(other, key);
    return order < 0 || order == 0 && isAfter;
  }
}
