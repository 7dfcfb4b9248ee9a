package dev.jongleur.plan;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Numbers;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Uuids;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the values of conditions by the types of their properties (F-225). */
final class Coercion {
  private final Ground ground;
  private final boolean extendedAllowed;

  private Coercion(Ground ground, boolean extendedAllowed) {
    this.ground = ground;
    this.extendedAllowed = extendedAllowed;
  }

  static Where of(Where where, Flags flags) {
    return new Coercion(flags.ground(), flags.is("allowExtendedOperators", false)).of(where);
  }

  private Where of(Where where) {
    return where.map(part -> part instanceof Comparison c ? coerce(c) : part);
  }

  private Where coerce(Comparison comparison) {
    PropertyType type = ground.typeAt(comparison.path()).orElse(ScalarType.ANY);
    refuseElement(comparison);
    refuseNoList(type, comparison);
    return switch (comparison.operator()) {
      case EXTENDED -> extended(comparison);
      case LIKE, NLIKE, ILIKE, NILIKE, REGEXP, NEAR, EXISTS -> comparison;
      case INQ, NIN, BETWEEN, CONTAINS_ALL, CONTAINS_ANY ->
          comparison.withOperand(list(type, comparison));
      case EQ, NEQ, GT, GTE, LT, LTE, CONTAINS ->
          comparison.withOperand(value(type, comparison.operand(), comparison));
      case ELEM_MATCH -> elements(comparison);
    };
  }

  private Where elements(Comparison comparison) {
    var inside = new Coercion(ground.element(comparison.path()), extendedAllowed);
    return comparison
        .within()
        .<Where>map(within -> comparison.withOperand(inside.of(within)))
        .orElse(comparison);
  }

  private void refuseElement(Comparison comparison) {
    if (comparison.isOfElement() && ground.isRow()) {
      throw new QueryException(
          "A condition on \""
              + ground.model()
              + "\" names no property; only within elemMatch it may.");
    }
  }

  /** What would never hold is a mistake, which should not look like an answer. */
  private void refuseNoList(PropertyType type, Comparison comparison) {
    if (comparison.operator().needsList() && !mayBeList(type)) {
      throw new QueryException(
          "\""
              + comparison.operator().label()
              + "\" looks into lists; \""
              + comparison.path()
              + "\" of \""
              + ground.model()
              + "\" is none.");
    }
  }

  private static boolean mayBeList(PropertyType type) {
    return switch (type) {
      case ListType list -> true;
      case InlineType inline -> false;
      case ModelType named -> false;
      case ScalarType scalar ->
          scalar == ScalarType.ANY || scalar == ScalarType.JSON || scalar == ScalarType.OBJECT;
      case DecimalType decimal -> false;
      case EnumType constants -> false;
      case CustomType custom -> mayBeList(custom.stored());
    };
  }

  private Where extended(Comparison comparison) {
    if (!extendedAllowed && comparison.operand() instanceof Map<?, ?> map) {
      List<String> names = map.keySet().stream().map(String::valueOf).toList();
      throw QueryException.operatorsNotAllowed(names, Map.of(comparison.path(), map));
    }
    return comparison;
  }

  private List<@Nullable Object> list(PropertyType type, Comparison comparison) {
    if (!(comparison.operand() instanceof List<?> operands)) {
      throw new QueryException("\"" + comparison.operator().label() + "\" needs a list.");
    }
    var values = new ArrayList<@Nullable Object>(operands.size());
    for (Object operand : operands) {
      values.add(value(type, operand, comparison));
    }
    return values;
  }

  private @Nullable Object value(
      PropertyType type, @Nullable Object operand, Comparison comparison) {
    if (operand == null) {
      return null;
    }
    return switch (type) {
      case ScalarType scalar -> scalar(scalar, operand, comparison);
      case DecimalType decimal -> exact(operand);
      case EnumType constants -> Values.text(operand);
      case CustomType custom -> custom(custom, operand, comparison);
      case ListType list when operand instanceof List<?> -> Values.plain(operand);
      case ListType list -> value(list.item(), operand, comparison);
      case InlineType inline -> Values.plain(operand);
      case ModelType named -> Values.plain(operand);
    };
  }

  private @Nullable Object custom(CustomType type, Object operand, Comparison comparison) {
    try {
      Object read = type.read(operand);
      return read == null ? null : value(type.stored(), read, comparison);
    } catch (DataException e) {
      throw unreadable(comparison, e);
    }
  }

  private @Nullable Object scalar(ScalarType type, Object operand, Comparison comparison) {
    return switch (type) {
      case STRING, BOOLEAN -> Values.read(type, operand, ModelLookup.NONE);
      case NUMBER -> number(operand);
      case INTEGER, LONG -> exact(operand);
      case DATE -> date(operand, comparison);
      case UUID -> uuid(operand);
      case DATEONLY, GEOPOINT, DATESTRING, BINARY -> readable(type, operand, comparison);
      case TEXT, ANY, JSON, OBJECT -> Values.plain(operand);
    };
  }

  /** What is no number stays as it is, and then compares with no number. */
  private static @Nullable Object number(Object operand) {
    Object number = Values.read(ScalarType.NUMBER, operand, ModelLookup.NONE);
    return number instanceof Double value && value.isNaN() ? Values.plain(operand) : number;
  }

  /** All digits of a number or of text that is one. */
  private static @Nullable Object exact(Object operand) {
    Optional<BigDecimal> number = Numbers.read(operand);
    return number.isPresent() ? Numbers.operand(number.get()) : Values.plain(operand);
  }

  /** What is no uuid stays as it is, and then is the same as none. */
  private static @Nullable Object uuid(Object operand) {
    Optional<UUID> uuid = operand instanceof String text ? Uuids.read(text) : Optional.empty();
    return uuid.isPresent() ? uuid.get() : Values.plain(operand);
  }

  private @Nullable Object date(Object operand, Comparison comparison) {
    Object date = Values.read(ScalarType.DATE, operand, ModelLookup.NONE);
    if (date instanceof Unreadable) {
      throw new QueryException(
          "The condition on \""
              + comparison.path()
              + "\" of \""
              + ground.model()
              + "\" needs a date that can be read.");
    }
    return date;
  }

  private @Nullable Object readable(ScalarType type, Object operand, Comparison comparison) {
    try {
      return Values.read(type, operand, ModelLookup.NONE);
    } catch (DataException e) {
      throw unreadable(comparison, e);
    }
  }

  private QueryException unreadable(Comparison comparison, DataException why) {
    return new QueryException(
        "The condition on \""
            + comparison.path()
            + "\" of \""
            + ground.model()
            + "\": "
            + why.getMessage());
  }
}
