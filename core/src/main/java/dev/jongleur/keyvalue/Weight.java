package dev.jongleur.keyvalue;

import dev.jongleur.entity.Binary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** About how many bytes something takes in memory: rather more than fewer. */
final class Weight {
  /** An object with a field or two. */
  private static final long OBJECT = 32;

  /** A place in a skip list, with what is known of a value. */
  private static final long PLACE = 160;

  private Weight() {}

  static long of(String key, Object value) {
    return PLACE + of(key) + of(value);
  }

  private static long of(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case String text -> OBJECT + 2L * text.length();
      case Binary bytes -> 2 * OBJECT + bytes.size();
      case BigDecimal number -> 2 * OBJECT + number.unscaledValue().bitLength() / 8;
      case Map<?, ?> map -> 2 * OBJECT + entries(map);
      case List<?> list -> 2 * OBJECT + items(list);
      default -> 2 * OBJECT;
    };
  }

  private static long entries(Map<?, ?> map) {
    long sum = 0;
    for (var entry : map.entrySet()) {
      sum += 2 * OBJECT + of(entry.getKey()) + of(entry.getValue());
    }
    return sum;
  }

  private static long items(List<?> list) {
    long sum = 0;
    for (Object item : list) {
      sum += 8 + of(item);
    }
    return sum;
  }
}
