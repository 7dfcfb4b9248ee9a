package dev.jongleur.memory.tree;

import dev.jongleur.entity.Entity;
import org.jspecify.annotations.Nullable;

/** Rows one after the other. Belongs to one thread. */
public interface Rows {
  /** The next row, or null when there is none. */
  @Nullable Entity next();
}
