package dev.jongleur.plan;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Unreadable;
import dev.jongleur.entity.Values;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of conditions by the types of their properties (F-225). */
final class Coercion {
  private final ModelDefinition model;
  private final boolean extendedAllowed;

  private Coercion(ModelDefinition model, boolean extendedAllowed) {
    this.model = model;
    this.extendedAllowed = extendedAllowed;
  }

  static Where of(Where where, Flags flags) {
    var coercion = new Coercion(flags.model(), flags.is("allowExtendedOperators", false));
    return where.map(part -> part instanceof Comparison c ? coercion.coerce(c) : part);
  }

  private Where coerce(Comparison comparison) {
    PropertyType type = type(comparison).orElse(ScalarType.ANY);
    return switch (comparison.operator()) {
      case EXTENDED -> extended(comparison);
      case LIKE, NLIKE, ILIKE, NILIKE, REGEXP, NEAR -> comparison;
      case INQ, NIN, BETWEEN -> with(comparison, list(type, comparison));
      case EQ, NEQ, GT, GTE, LT, LTE ->
          with(comparison, value(type, comparison.operand(), comparison));
    };
  }

  /** The declared type; none under a dotted path, where values are taken as they are. */
  private Optional<PropertyType> type(Comparison comparison) {
    return comparison.isNested()
        ? Optional.empty()
        : model.property(comparison.path()).map(Property::type);
  }

  private static Where with(Comparison comparison, @Nullable Object operand) {
    return new Comparison(comparison.path(), comparison.operator(), operand);
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
      case ListType list when operand instanceof List<?> -> Values.plain(operand);
      case ListType list -> value(list.item(), operand, comparison);
      case InlineType inline -> Values.plain(operand);
      case ModelType named -> Values.plain(operand);
    };
  }

  private @Nullable Object scalar(ScalarType type, Object operand, Comparison comparison) {
    return switch (type) {
      case STRING, BOOLEAN -> Values.read(type, operand, ModelLookup.NONE);
      case NUMBER -> number(operand);
      case DATE -> date(operand, comparison);
      case GEOPOINT, DATESTRING, BINARY -> readable(type, operand, comparison);
      case TEXT, ANY, JSON, OBJECT -> Values.plain(operand);
    };
  }

  /** What is no number stays as it is, and then compares with no number. */
  private static @Nullable Object number(Object operand) {
    Object number = Values.read(ScalarType.NUMBER, operand, ModelLookup.NONE);
    return number instanceof Double value && value.isNaN() ? Values.plain(operand) : number;
  }

  private @Nullable Object date(Object operand, Comparison comparison) {
    Object date = Values.read(ScalarType.DATE, operand, ModelLookup.NONE);
    if (date instanceof Unreadable) {
      throw new QueryException(
          "The condition on \""
              + comparison.path()
              + "\" of \""
              + model.name()
              + "\" needs a date that can be read.");
    }
    return date;
  }

  private @Nullable Object readable(ScalarType type, Object operand, Comparison comparison) {
    try {
      return Values.read(type, operand, ModelLookup.NONE);
    } catch (DataException e) {
      throw new QueryException(
          "The condition on \""
              + comparison.path()
              + "\" of \""
              + model.name()
              + "\": "
              + e.getMessage());
    }
  }
}
