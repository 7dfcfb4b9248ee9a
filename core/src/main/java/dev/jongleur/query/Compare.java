package dev.jongleur.query;

import dev.jongleur.entity.Dates;
import dev.jongleur.entity.Values;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How two values compare (F-232, F-233): loosely for sameness, by kind for order. */
final class Compare {
  private Compare() {}

  /** The result of comparing; values of different kinds are not comparable. */
  enum Outcome {
    LESS,
    EQUAL,
    GREATER,
    INCOMPARABLE;

    boolean atLeast() {
      return this == EQUAL || this == GREATER;
    }

    boolean atMost() {
      return this == EQUAL || this == LESS;
    }

    private static Outcome of(int sign) {
      return sign < 0 ? LESS : sign > 0 ? GREATER : EQUAL;
    }
  }

  /** Null is the same as missing; text and number are the same when they read the same. */
  static boolean same(@Nullable Object a, @Nullable Object b) {
    if (a == null || b == null) {
      return a == b;
    }
    if (a instanceof Number x && b instanceof Number y) {
      return x.doubleValue() == y.doubleValue();
    }
    if (a instanceof Instant || b instanceof Instant) {
      return Objects.equals(instant(a), instant(b)) && instant(a) != null;
    }
    if (a.getClass() == b.getClass() || isTree(a) || isTree(b)) {
      return a.equals(b);
    }
    return Values.text(a).equals(Values.text(b));
  }

  /** Numbers by size, text by code units, false before true, dates by time. */
  static Outcome order(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return numbers(x.doubleValue(), y.doubleValue());
    }
    if (a instanceof Instant || b instanceof Instant) {
      return instants(instant(a), instant(b));
    }
    if (a instanceof String x && b instanceof String y) {
      return Outcome.of(x.compareTo(y));
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return Outcome.of(x.compareTo(y));
    }
    return Outcome.INCOMPARABLE;
  }

  private static Outcome numbers(double x, double y) {
    return Double.isNaN(x) || Double.isNaN(y)
        ? Outcome.INCOMPARABLE
        : Outcome.of(x < y ? -1 : x > y ? 1 : 0);
  }

  private static Outcome instants(@Nullable Instant x, @Nullable Instant y) {
    return x == null || y == null ? Outcome.INCOMPARABLE : Outcome.of(x.compareTo(y));
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return switch (value) {
      case Instant at -> at;
      case String text -> Dates.read(text).orElse(null);
      case null, default -> null;
    };
  }

  private static boolean isTree(Object value) {
    return value instanceof Map || value instanceof List;
  }
}
