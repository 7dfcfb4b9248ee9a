package dev.jongleur.memory.collection;

import dev.jongleur.entity.Nothing;
import dev.jongleur.entity.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * The form of keys in which those that are the same are {@code equals}: 1 and 1.0, nothing twice.
 */
final class HashKey {
  private HashKey() {}

  /** Of one value, or several in turn. */
  static Object of(@Nullable Object... values) {
    if (values.length == 1) {
      return one(values[0]);
    }
    @Nullable Object[] parts = new @Nullable Object[values.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = one(values[i]);
    }
    return Composite.of(parts);
  }

  private static Object one(@Nullable Object value) {
    return switch (value) {
      case null -> Nothing.NULL;
      case Number number -> Numbers.normal(number);
      default -> value;
    };
  }

  /** Whether a value of it is nothing, which makes a row equal to no other. */
  static boolean hasNothing(Object key) {
    return key == Nothing.NULL
        || key instanceof Composite several && several.parts().contains(Nothing.NULL);
  }
}
