package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How many levels of objects and lists lie within each other (F-229). */
final class Depth {
  /** What no setting can raise: deeper than this nothing is read at all. */
  private static final int LIMIT = 500;

  private Depth() {}

  static int of(@Nullable Object raw) {
    return of(raw, 0);
  }

  private static int of(@Nullable Object raw, int above) {
    if (above > LIMIT) {
      throw QueryException.tooDeep(LIMIT);
    }
    return switch (raw) {
      case Map<?, ?> map -> deepest(map.values(), above + 1);
      case List<?> list -> deepest(list, above + 1);
      case null, default -> above;
    };
  }

  private static int deepest(Collection<?> items, int level) {
    int deepest = level;
    for (Object item : items) {
      deepest = Math.max(deepest, of(item, level));
    }
    return deepest;
  }
}
