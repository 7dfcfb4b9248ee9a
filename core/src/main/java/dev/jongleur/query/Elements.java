package dev.jongleur.query;

import dev.jongleur.query.Matcher.ValueTest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may be asked of a list as a whole. What is no list never holds. */
final class Elements {
  private Elements() {}

  /** Whether an element is the same as a value, as loosely as eq finds it. */
  static boolean has(List<?> list, @Nullable Object value) {
    for (Object item : list) {
      if (Compare.same(item, value)) {
        return true;
      }
    }
    return false;
  }

  /** Every list has all of nothing. */
  static ValueTest all(List<?> wanted) {
    return value -> value instanceof List<?> list && hasAll(list, wanted);
  }

  static ValueTest any(List<?> wanted) {
    return value -> value instanceof List<?> list && hasAny(list, wanted);
  }

  /** One element meets it all. */
  static ValueTest meets(ValueTest element) {
    return value -> value instanceof List<?> list && oneMeets(list, element);
  }

  private static boolean hasAll(List<?> list, List<?> wanted) {
    for (Object each : wanted) {
      if (!has(list, each)) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasAny(List<?> list, List<?> wanted) {
    for (Object each : wanted) {
      if (has(list, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean oneMeets(List<?> list, ValueTest element) {
    for (Object item : list) {
      if (element.test(item)) {
        return true;
      }
    }
    return false;
  }
}
