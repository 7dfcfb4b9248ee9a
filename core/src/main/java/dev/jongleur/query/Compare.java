package dev.jongleur.query;

import dev.jongleur.entity.Dates;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Uuids;
import dev.jongleur.entity.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How two values compare (F-232, F-233): loosely for sameness, by kind for order. Numbers compare
 * exactly, whichever Java type they have.
 */
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
      return Numbers.same(x, y);
    }
    if (a instanceof Instant || b instanceof Instant) {
      return Objects.equals(instant(a), instant(b)) && instant(a) != null;
    }
    if (a instanceof LocalDate || b instanceof LocalDate) {
      return Objects.equals(day(a), day(b)) && day(a) != null;
    }
    if (a instanceof BigDecimal || b instanceof BigDecimal) {
      BigDecimal x = decimal(a);
      BigDecimal y = decimal(b);
      return x != null && y != null && x.compareTo(y) == 0;
    }
    if (a.getClass() == b.getClass() || isTree(a) || isTree(b)) {
      return a.equals(b);
    }
    return Values.text(a).equals(Values.text(b));
  }

  /** Numbers by size, text by code units, false before true, dates by time, uuids as text. */
  static Outcome order(@Nullable Object a, @Nullable Object b) {
    if (a instanceof Number x && b instanceof Number y) {
      return numbers(x, y);
    }
    if (a instanceof Instant || b instanceof Instant) {
      return instants(instant(a), instant(b));
    }
    if (a instanceof LocalDate || b instanceof LocalDate) {
      return days(day(a), day(b));
    }
    if (a instanceof UUID || b instanceof UUID) {
      return uuids(uuid(a), uuid(b));
    }
    if (a instanceof String x && b instanceof String y) {
      return Outcome.of(x.compareTo(y));
    }
    if (a instanceof Boolean x && b instanceof Boolean y) {
      return Outcome.of(x.compareTo(y));
    }
    return Outcome.INCOMPARABLE;
  }

  private static Outcome numbers(Number x, Number y) {
    return Numbers.isNaN(x) || Numbers.isNaN(y)
        ? Outcome.INCOMPARABLE
        : Outcome.of(Numbers.compare(x, y));
  }

  private static Outcome instants(@Nullable Instant x, @Nullable Instant y) {
    return x == null || y == null ? Outcome.INCOMPARABLE : Outcome.of(x.compareTo(y));
  }

  private static Outcome days(@Nullable LocalDate x, @Nullable LocalDate y) {
    return x == null || y == null ? Outcome.INCOMPARABLE : Outcome.of(x.compareTo(y));
  }

  private static Outcome uuids(@Nullable UUID x, @Nullable UUID y) {
    return x == null || y == null ? Outcome.INCOMPARABLE : Outcome.of(Uuids.compare(x, y));
  }

  private static @Nullable Instant instant(@Nullable Object value) {
    return switch (value) {
      case Instant at -> at;
      case String text -> Dates.read(text).orElse(null);
      case null, default -> null;
    };
  }

  private static @Nullable LocalDate day(@Nullable Object value) {
    return switch (value) {
      case LocalDate day -> day;
      case String text -> Dates.day(text).orElse(null);
      case null, default -> null;
    };
  }

  private static @Nullable UUID uuid(@Nullable Object value) {
    return switch (value) {
      case UUID uuid -> uuid;
      case String text -> Uuids.read(text).orElse(null);
      case null, default -> null;
    };
  }

  /** A decimal is the same as what reads as it, however many zeros it is written with. */
  private static @Nullable BigDecimal decimal(Object value) {
    return Numbers.read(value instanceof Number ? value : Values.text(value)).orElse(null);
  }

  private static boolean isTree(Object value) {
    return value instanceof Map || value instanceof List;
  }
}
