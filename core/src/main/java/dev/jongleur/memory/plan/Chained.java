package dev.jongleur.memory.plan;

import dev.jongleur.entity.Entity;
import dev.jongleur.memory.tree.Rows;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of several parts, each opened when the one before it has no more. */
final class Chained<P> implements Rows {
  private final Iterator<P> parts;
  private final Function<P, Rows> open;
  private @Nullable Rows current;

  Chained(List<P> parts, Function<P, Rows> open) {
    this.parts = parts.iterator();
    this.open = open;
  }

  @Override
  public @Nullable Entity next() {
    while (true) {
      Entity row = current == null ? null : current.next();
      if (row != null) {
        return row;
      }
      if (!parts.hasNext()) {
        return null;
      }
      current = open.apply(parts.next());
    }
  }
}
