package dev.jongleur.memory.plan;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Numbers;
import dev.jongleur.memory.collection.Keys;
import dev.jongleur.memory.tree.Place;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which operands compare with the values of a type in the order of their keys, and between which
 * places those values lie: null before them all; what compares with nothing, as NaN, outside.
 */
final class Operands {
  private Operands() {}

  /** What a type's values are in Java, for those that have an order. */
  private enum Kind {
    NUMBER,
    TEXT,
    FLAG,
    INSTANT,
    DAY,
    UUID,
    NONE
  }

  private static Kind kind(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> kind(scalar);
      case DecimalType decimal -> Kind.NUMBER;
      case EnumType constants -> Kind.TEXT;
      case CustomType custom -> kind(custom.stored());
      case ListType list -> Kind.NONE;
      case ModelType named -> Kind.NONE;
      case InlineType inline -> Kind.NONE;
    };
  }

  private static Kind kind(ScalarType type) {
    return switch (type) {
      case NUMBER, INTEGER, LONG -> Kind.NUMBER;
      case STRING -> Kind.TEXT;
      case BOOLEAN -> Kind.FLAG;
      case DATE -> Kind.INSTANT;
      case DATEONLY -> Kind.DAY;
      case UUID -> Kind.UUID;
      case DATESTRING, BINARY, GEOPOINT, OBJECT, ANY, JSON, TEXT -> Kind.NONE;
    };
  }

  static boolean fit(PropertyType type, @Nullable Object operand) {
    return switch (kind(type)) {
      case NUMBER -> operand instanceof Number number && !Numbers.isNaN(number);
      case TEXT -> operand instanceof String;
      case FLAG -> operand instanceof Boolean;
      case INSTANT -> operand instanceof Instant;
      case DAY -> operand instanceof LocalDate;
      case UUID -> operand instanceof UUID;
      case NONE -> false;
    };
  }

  /** For sameness null fits as well: it is the same as null and absent. */
  static boolean fitOrNull(PropertyType type, @Nullable Object operand) {
    return operand == null || fit(type, operand);
  }

  static Object least(PropertyType type) {
    return switch (kind(type)) {
      case NUMBER -> Double.NEGATIVE_INFINITY;
      case FLAG -> false;
      case INSTANT -> Instant.MIN;
      case DAY -> LocalDate.MIN;
      case UUID -> new UUID(0, 0);
      case TEXT, NONE -> "";
    };
  }

  /** The greatest value, where there is one: text has none. */
  static Optional<Object> greatest(PropertyType type) {
    return switch (kind(type)) {
      case NUMBER -> Optional.of(Double.POSITIVE_INFINITY);
      case FLAG -> Optional.of(true);
      case INSTANT -> Optional.of(Instant.MAX);
      case DAY -> Optional.of(LocalDate.MAX);
      case UUID -> Optional.of(new UUID(-1, -1));
      case TEXT, NONE -> Optional.empty();
    };
  }

  static boolean isText(PropertyType type) {
    return kind(type) == Kind.TEXT;
  }

  /** The later of two places, or the earlier. */
  static Place outer(Place a, Place b, boolean later) {
    int order = Keys.compare(a.key(), b.key());
    boolean first = order != 0 ? order > 0 : a.isAfter();
    return first == later ? a : b;
  }
}
