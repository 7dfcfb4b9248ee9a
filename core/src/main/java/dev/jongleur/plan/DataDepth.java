package dev.jongleur.plan;

import dev.jongleur.entity.Entity;
import dev.jongleur.error.QueryException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many levels of objects and lists may lie within each other in what is stored (F-162). */
public record DataDepth(int limit) {
  private static final int USUAL = 64;

  /** What no setting can raise: deeper than this nothing is read at all. */
  private static final int MOST = 500;

  /** The limit in force: the setting {@code maxDepthOfData}. */
  public static DataDepth of(Flags flags) {
    return new DataDepth(Math.min(MOST, flags.number("maxDepthOfData", USUAL)));
  }

  /** For what is only read, not stored. */
  public static DataDepth most() {
    return new DataDepth(MOST);
  }

  /** Whether an entity has no value that could be deep; most have none. */
  public static boolean isFlat(Entity entity) {
    for (int slot : Nesting.of(entity.definition()).slots()) {
      if (isNested(entity.slot(slot))) {
        return false;
      }
    }
    return entity.open().isEmpty() || isFlat(entity.open());
  }

  /** Whether none of these values could be deep. */
  public static boolean isFlat(Map<String, ? extends @Nullable Object> data) {
    for (Object value : data.values()) {
      if (isNested(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses data that is nested too deeply, or without end.
   *
   * @throws QueryException of the code {@code QUERY_OBJECT_TOO_DEEP} or {@code
   *     QUERY_OBJECT_IS_CIRCULAR}
   */
  public void check(Map<String, ? extends @Nullable Object> data) {
    look(data, 0, null);
  }

  private void look(@Nullable Object value, int level, @Nullable Way above) {
    if (level > limit) {
      throw above != null && above.isCircle()
          ? QueryException.circular()
          : QueryException.dataTooDeep(limit);
    }
    switch (value) {
      case Map<?, ?> map -> below(map.values(), level, new Way(map, above));
      case List<?> list -> below(list, level, new Way(list, above));
      case Entity entity -> below(entity.toMap().values(), level, new Way(entity, above));
      case null, default -> {}
    }
  }

  private void below(Iterable<?> values, int level, Way way) {
    for (Object value : values) {
      look(value, level + 1, way);
    }
  }

  private static boolean isNested(@Nullable Object value) {
    return value instanceof Map || value instanceof List || value instanceof Entity;
  }

  /** An object or list on the way down, and what it lies in. */
  private record Way(Object node, @Nullable Way above) {
    /** Whether something on this way lies within itself. */
    boolean isCircle() {
      for (Way low = this; low != null; low = low.above) {
        for (Way high = low.above; high != null; high = high.above) {
          if (high.node == low.node) {
            return true;
          }
        }
      }
      return false;
    }
  }
}
