package dev.jongleur.definition;

import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Whether a type could read a default that is written in a definition. What needs more than a look
 * is let through: it is read when an entity is made.
 */
final class Literals {
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private Literals() {}

  static boolean fits(PropertyType type, Object value) {
    return switch (type) {
      case ScalarType scalar -> fits(scalar, value);
      case DecimalType decimal ->
          number(value, decimal.isBounded() ? decimal.scale() : DecimalType.MOST_DIGITS);
      case EnumType constants ->
          constants.values().contains(value instanceof Enum<?> e ? e.name() : value.toString());
      case ListType(var item) -> list(item, value);
      case CustomType custom -> custom(custom, value);
      case InlineType _ -> !(value instanceof Number || value instanceof Boolean);
      case ModelType _ -> true; // it may turn out to be a type of the program's own
    };
  }

  private static boolean custom(CustomType type, Object value) {
    try {
      Object read = type.read(value);
      return read == null || fits(type.stored(), read);
    } catch (DataException _) {
      return false;
    }
  }

  private static boolean fits(ScalarType type, Object value) {
    return switch (type) {
      case STRING, TEXT, OBJECT, ANY, JSON, BOOLEAN, BINARY, GEOPOINT -> true;
      case NUMBER ->
          !(value instanceof String text) || DIGIT.matcher(text).find() || text.isBlank();
      case INTEGER -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
      case DATE, DATESTRING -> !(value instanceof String text) || DIGIT.matcher(text).find();
      case DATEONLY -> value instanceof LocalDate || value instanceof String text && isDay(text);
      case UUID ->
          value instanceof UUID
              || value instanceof String text && UUID_TEXT.matcher(text).matches();
    };
  }

  private static boolean list(PropertyType item, Object value) {
    if (!(value instanceof Iterable<?> items)) {
      return value instanceof String text && text.startsWith("[");
    }
    for (Object one : items) {
      if (one != null && !fits(item, one)) {
        return false;
      }
    }
    return true;
  }

  private static boolean whole(Object value, long least, long most) {
    if (!number(value, 0)) {
      return false;
    }
    BigDecimal number = new BigDecimal(value.toString().strip());
    return number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0;
  }

  private static boolean number(Object value, int scale) {
    if (!(value instanceof Number || value instanceof String)) {
      return false;
    }
    try {
      return new BigDecimal(value.toString().strip()).stripTrailingZeros().scale() <= scale;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDay(String text) {
    try {
      return LocalDate.parse(text).getYear() > 0;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether a type reads what is made in this way. */
  static boolean fits(PropertyType named, Default.By by) {
    PropertyType type = named.stored();
    boolean isText =
        type == ScalarType.STRING
            || type == ScalarType.TEXT
            || type == ScalarType.ANY
            || type == ScalarType.JSON
            || type == ScalarType.OBJECT
            || type instanceof ModelType;
    return switch (by) {
      case NOW -> isText || type == ScalarType.NUMBER || type == ScalarType.LONG || isTime(type);
      case UUID -> isText || type == ScalarType.UUID;
      case NANOID -> isText;
    };
  }

  private static boolean isTime(PropertyType type) {
    return type == ScalarType.DATE || type == ScalarType.DATEONLY || type == ScalarType.DATESTRING;
  }
}
