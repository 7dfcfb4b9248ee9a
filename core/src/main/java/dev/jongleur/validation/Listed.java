package dev.jongleur.validation;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of an inclusion or exclusion, compared as values: 1 is 1.0. Immutable. */
final class Listed {
  private static final double EXACT = 1L << 53;

  private final Set<Object> values = new HashSet<>();

  Listed(List<Object> values) {
    values.forEach(value -> this.values.add(normal(value)));
  }

  boolean has(@Nullable Object value) {
    return value != null && values.contains(normal(value));
  }

  /** Numbers in one form each, whatever their type. */
  private static Object normal(Object value) {
    return switch (value) {
      case Long number -> number;
      case Integer number -> number.longValue();
      case BigDecimal number -> exact(number);
      case Number number when isWhole(number.doubleValue()) -> number.longValue();
      case Float number -> number.doubleValue();
      default -> value;
    };
  }

  private static Object exact(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() <= 0 && stripped.abs().compareTo(BigDecimal.valueOf(EXACT)) <= 0) {
      return stripped.longValue();
    }
    double nearest = number.doubleValue();
    return Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(number) == 0
        ? (Object) nearest
        : stripped;
  }

  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) <= EXACT;
  }
}
