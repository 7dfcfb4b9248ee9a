package dev.jongleur.memory.collection;

import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.memory.tree.Ordering;
import dev.jongleur.query.Sorting;
import org.jspecify.annotations.Nullable;

/** Where rows lie: the keys made of their values, and the order of those. Stateless. */
public final class Keys {
  /** For rows, each under a key of its own. */
  public static final Ordering PRIMARY = new Primary();

  /** For an index, where rows with equal keys follow each other by their ids. */
  public static final Ordering SECONDARY = new Secondary();

  private Keys() {}

  /** The key of a row by its own definition: its id value, or several where it has several. */
  public static @Nullable Object of(Entity row) {
    Shape shape = row.definition().shape();
    if (shape.keySize() == 1) {
      return value(row, shape.keySlot(0));
    }
    @Nullable Object[] parts = new @Nullable Object[shape.keySize()];
    for (int part = 0; part < parts.length; part++) {
      parts[part] = value(row, shape.keySlot(part));
    }
    return Composite.of(parts);
  }

  /** The value in a slot; null and absent are the same, as in a where and in an order. */
  static @Nullable Object value(Entity row, int slot) {
    Object value = row.slot(slot);
    return value == Nothing.NULL ? null : value;
  }

  /** As rows are sorted; the usual kinds of keys without a detour. */
  public static int compare(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Long x && b instanceof Long y) {
      return Long.compare(x, y);
    }
    if (a instanceof String x && b instanceof String y) {
      return x.compareTo(y);
    }
    if (a instanceof Composite x && b instanceof Composite y) {
      return x.compare(y);
    }
    return Sorting.values(a, b);
  }

  private static final class Primary implements Ordering {
    @Override
    public int keys(@Nullable Object a, @Nullable Object b) {
      return compare(a, b);
    }

    @Override
    public int rows(Entity a, Entity b) {
      return 0;
    }
  }

  private static final class Secondary implements Ordering {
    @Override
    public int keys(@Nullable Object a, @Nullable Object b) {
      return compare(a, b);
    }

    @Override
    public int rows(Entity a, Entity b) {
      return a == b ? 0 : compare(of(a), of(b));
    }
  }
}
