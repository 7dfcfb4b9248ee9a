package dev.jongleur.validation;

import dev.jongleur.entity.Numbers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of an inclusion or exclusion, compared as values: 1 is 1.0. Immutable. */
final class Listed {
  private final Set<Object> values = new HashSet<>();

  Listed(List<Object> values) {
    values.forEach(value -> this.values.add(normal(value)));
  }

  boolean has(@Nullable Object value) {
    return value != null && values.contains(normal(value));
  }

  private static Object normal(Object value) {
    return value instanceof Number number ? Numbers.normal(number) : value;
  }
}
