package dev.jongleur.memory.collection;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Shape;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.memory.tree.Tree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Under which keys an index of one definition has its rows: one value, or several; and the row's
 * own key after them where ids do not tell rows apart. Immutable.
 */
public final class IndexKeys {
  private final Index index;
  private final List<String> paths;
  private final int[] slots;
  private final boolean[] ordered;
  private final boolean isKeyed;

  IndexKeys(Index index, ModelDefinition model) {
    Shape shape = model.shape();
    this.index = index;
    this.paths = index.paths();
    this.slots = paths.stream().mapToInt(shape::slot).toArray();
    this.ordered = new boolean[slots.length];
    for (int i = 0; i < slots.length; i++) {
      ordered[i] = slots[i] >= 0 && hasOrder(shape.property(slots[i]).type());
    }
    this.isKeyed = model.hasKey();
  }

  /**
   * Whether an index is kept: where it can be asked, or promises something.
   *
   * @throws UnsupportedException when it promises what cannot be kept
   */
  static boolean isKept(Index index, ModelDefinition model) {
    boolean nested = index.paths().stream().anyMatch(path -> path.indexOf('.') >= 0);
    if (nested && index.unique()) {
      throw new UnsupportedException(
          "Memory keeps no unique key within values: the index \""
              + index.name()
              + "\" of \""
              + model.name()
              + "\".");
    }
    return index.unique() || !nested && new IndexKeys(index, model).isOrdered();
  }

  public Index index() {
    return index;
  }

  public List<String> paths() {
    return paths;
  }

  public int size() {
    return slots.length;
  }

  /** Whether its order is that of its values, so that questions can be answered by it. */
  public boolean isOrdered() {
    for (boolean each : ordered) {
      if (!each) {
        return false;
      }
    }
    return isKeyed;
  }

  /** The key of a row that is under this definition. */
  @Nullable Object of(@Nullable Object rowKey, Entity row) {
    return slots.length == 1 && isKeyed ? part(row, 0) : several(rowKey, row);
  }

  /** The same in the form that a hash index has them; without the row's own key. */
  Object hashed(Entity row) {
    @Nullable Object[] parts = new @Nullable Object[slots.length];
    for (int i = 0; i < slots.length; i++) {
      parts[i] = part(row, i);
    }
    return HashKey.of(parts);
  }

  /** Whether no other row may have a key, since there are rows that have it. */
  boolean isTaken(Object hashed, Tree bucket) {
    return index.unique() && bucket.size() > 0 && !HashKey.hasNothing(hashed);
  }

  private Composite several(@Nullable Object rowKey, Entity row) {
    @Nullable Object[] parts = new @Nullable Object[slots.length + (isKeyed ? 0 : 1)];
    for (int i = 0; i < slots.length; i++) {
      parts[i] = part(row, i);
    }
    if (!isKeyed) {
      parts[slots.length] = rowKey;
    }
    return Composite.of(parts);
  }

  private @Nullable Object part(Entity row, int place) {
    Object value = slots[place] >= 0 ? Keys.value(row, slots[place]) : row.get(paths.get(place));
    return value == null || ordered[place] ? value : DeepText.of(value);
  }

  /** What all keys of rows with the same values begin with; null when one of them has none. */
  @Nullable Object values(@Nullable Object key) {
    if (!(key instanceof Composite composite)) {
      return key;
    }
    @Nullable Object[] parts = new @Nullable Object[slots.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = composite.part(i);
      if (parts[i] == null) {
        return null;
      }
    }
    return Composite.of(parts);
  }

  /** Types whose values all compare by one order, which is also what conditions go by. */
  public static boolean hasOrder(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> hasOrder(scalar);
      case DecimalType decimal -> true;
      case EnumType constants -> true;
      case CustomType custom -> hasOrder(custom.stored());
      case ListType list -> false;
      case ModelType named -> false;
      case InlineType inline -> false;
    };
  }

  private static boolean hasOrder(ScalarType type) {
    return switch (type) {
      case STRING, NUMBER, INTEGER, LONG, BOOLEAN, DATE, DATEONLY, UUID -> true;
      case DATESTRING, BINARY, GEOPOINT, OBJECT, ANY, JSON, TEXT -> false;
    };
  }
}
