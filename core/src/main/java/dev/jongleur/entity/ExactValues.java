package dev.jongleur.entity;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How values of the exact types are read: what is not exactly one is refused, with what was needed
 * and the kind of what was given. Nothing is rounded or cut.
 */
final class ExactValues {
  private ExactValues() {}

  static Long integer(Object value) {
    return whole(
        value, "An integer (a whole number of 32 bits)", Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  static Long longer(Object value) {
    return whole(value, "A long (a whole number of 64 bits)", Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static Long whole(Object value, String needed, long least, long most) {
    BigDecimal number = Numbers.read(value).orElseThrow(() -> refused(needed, value));
    if (!(Numbers.operand(number) instanceof Long whole) || whole < least || whole > most) {
      throw refusing(needed, number.scale() > 0 ? "a fraction" : "a larger one");
    }
    return whole;
  }

  static BigDecimal decimal(DecimalType type, Object value) {
    BigDecimal number = Numbers.read(value).orElseThrow(() -> refused("A " + shown(type), value));
    if (!type.isBounded()) {
      return number.scale() < 0 ? number.setScale(0) : number;
    }
    if (number.scale() > type.scale()) {
      throw refusing("A " + shown(type), "one with more behind the point");
    }
    BigDecimal scaled = number.setScale(type.scale());
    if (scaled.precision() > type.precision() && scaled.signum() != 0) {
      throw refusing("A " + shown(type), "a larger one");
    }
    return scaled;
  }

  private static String shown(DecimalType type) {
    return type.isBounded()
        ? "decimal of " + type.precision() + " digits, " + type.scale() + " behind the point,"
        : "decimal";
  }

  static LocalDate day(Object value) {
    return switch (value) {
      case LocalDate day when day.getYear() >= 1 && day.getYear() <= 9999 -> day;
      case String text -> Dates.day(text).orElseThrow(() -> refused("A day (yyyy-MM-dd)", value));
      default -> throw refused("A day (yyyy-MM-dd)", value);
    };
  }

  static UUID uuid(Object value) {
    return switch (value) {
      case UUID uuid -> uuid;
      case String text -> Uuids.read(text).orElseThrow(() -> refused("A uuid", value));
      default -> throw refused("A uuid", value);
    };
  }

  static String constant(EnumType type, Object value) {
    String text = value instanceof Enum<?> constant ? constant.name() : Values.text(value);
    if (!type.values().contains(text)) {
      throw refusing("One of " + String.join(", ", type.values()), "something else");
    }
    return text;
  }

  private static DataException refused(String needed, Object value) {
    return refusing(needed, Values.kind(value));
  }

  private static DataException refusing(String needed, String given) {
    return new DataException(needed + " is needed where " + given + " was given.");
  }
}
