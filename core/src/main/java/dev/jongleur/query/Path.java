package dev.jongleur.query;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.query.Matcher.ValueTest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a condition looks: a property, a dotted path into its value (F-221), or the start itself.
 */
record Path(List<String> steps) {
  static Path of(String dotted) {
    if (dotted.equals(Where.ELEMENT)) {
      return new Path(List.of());
    }
    return new Path(dotted.indexOf('.') < 0 ? List.of(dotted) : List.of(dotted.split("\\.", -1)));
  }

  /** The value at the path; null where the way ends early. Does not go through lists by itself. */
  @Nullable Object valueIn(@Nullable Object start) {
    Object value = start;
    for (String step : steps) {
      value = step(value, step);
      if (value == null) {
        return null;
      }
    }
    return value;
  }

  /** Whether the value at the path passes, or one reached through the elements of a list. */
  boolean matches(@Nullable Object start, ValueTest test) {
    return test.test(valueIn(start)) || steps.size() > 1 && matchesBelow(start, test);
  }

  private boolean matchesBelow(@Nullable Object start, ValueTest test) {
    Path rest = new Path(steps.subList(1, steps.size()));
    return switch (step(start, steps.getFirst())) {
      case List<?> list -> list.stream().anyMatch(item -> item != null && rest.matches(item, test));
      case Map<?, ?> map -> rest.steps.size() > 1 && rest.matchesBelow(map, test);
      case Entity entity -> rest.steps.size() > 1 && rest.matchesBelow(entity, test);
      case null, default -> false;
    };
  }

  private static @Nullable Object step(@Nullable Object value, String name) {
    return switch (value) {
      case Entity entity -> entity.get(name);
      case Map<?, ?> map -> map.get(name);
      case List<?> list -> item(list, name);
      case GeoPoint point when name.equals("lat") -> point.lat();
      case GeoPoint point when name.equals("lng") -> point.lng();
      case null, default -> null;
    };
  }

  private static @Nullable Object item(List<?> list, String index) {
    if (!index.matches("\\d{1,9}")) {
      return null;
    }
    int place = Integer.parseInt(index);
    return place < list.size() ? list.get(place) : null;
  }
}
