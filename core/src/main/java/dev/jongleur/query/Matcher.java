package dev.jongleur.query;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.query.Where.And;
import dev.jongleur.query.Where.Comparison;
import dev.jongleur.query.Where.Nor;
import dev.jongleur.query.Where.Or;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an entity meets a where: the meaning of every operator, on every backend (section
 * 20 of the features with DEVIATIONS). A where is compiled once and then tested on many entities.
 */
public final class Matcher {
  private Matcher() {}

  /** Compiles a where. The predicate is immutable and thread-safe. */
  public static Predicate<Entity> of(Where where) {
    return compiled(where)::test;
  }

  /**
   * The same for entities of one definition, which need not look up where a property is each time.
   */
  public static Predicate<Entity> of(Where where, ModelDefinition model) {
    return BySlot.of(where, model);
  }

  /** The same for rows that are maps: the groups of an aggregate. */
  static Predicate<Map<String, @Nullable Object>> ofMaps(Where where) {
    return compiled(where)::test;
  }

  /** On whatever the paths of the where begin at: an entity, or an element of a list. */
  private static ValueTest compiled(Where where) {
    return switch (where) {
      case And(var parts) -> all(parts.stream().map(Matcher::compiled).toList());
      case Or(var parts) -> any(parts.stream().map(Matcher::compiled).toList());
      case Nor(var parts) -> not(any(parts.stream().map(Matcher::compiled).toList()));
      case Comparison comparison -> comparison(comparison);
    };
  }

  private static ValueTest all(List<ValueTest> parts) {
    return start -> {
      for (ValueTest part : parts) {
        if (!part.test(start)) {
          return false;
        }
      }
      return true;
    };
  }

  private static ValueTest any(List<ValueTest> parts) {
    return start -> {
      for (ValueTest part : parts) {
        if (part.test(start)) {
          return true;
        }
      }
      return false;
    };
  }

  private static ValueTest comparison(Comparison comparison) {
    Path path = Path.of(comparison.path());
    Operator operator = comparison.operator();
    ValueTest test = test(operator, comparison.operand());
    if (operator == Operator.EXISTS) {
      boolean wanted = Boolean.TRUE.equals(comparison.operand());
      return start -> path.matches(start, test) == wanted;
    }
    if (operator.looksAtWhole()) {
      return start -> path.matches(start, test);
    }
    boolean emptyFits = operator == Operator.NEQ;
    return start -> path.matches(start, value -> fits(value, test, emptyFits));
  }

  /** A list fits when one of its elements does; an empty one only under neq (F-222, F-237). */
  private static boolean fits(@Nullable Object value, ValueTest test, boolean emptyFits) {
    if (!(value instanceof List<?> list)) {
      return test.test(value);
    }
    for (Object item : list) {
      if (fits(item, test, emptyFits)) {
        return true;
      }
    }
    return list.isEmpty() && emptyFits;
  }

  private static ValueTest test(Operator operator, @Nullable Object operand) {
    return switch (operator) {
      case EQ -> value -> Compare.same(value, operand);
      case NEQ -> value -> !Compare.same(value, operand);
      case GT -> value -> Compare.order(value, operand) == Compare.Outcome.GREATER;
      case GTE -> value -> Compare.order(value, operand).atLeast();
      case LT -> value -> Compare.order(value, operand) == Compare.Outcome.LESS;
      case LTE -> value -> Compare.order(value, operand).atMost();
      case BETWEEN -> between((List<?>) required(operand));
      case INQ -> oneOf((List<?>) required(operand));
      case NIN -> not(oneOf((List<?>) required(operand)));
      case LIKE -> like((String) required(operand), false);
      case NLIKE -> not(like((String) required(operand), false));
      case ILIKE -> like((String) required(operand), true);
      case NILIKE -> not(like((String) required(operand), true));
      case REGEXP -> regexp((Regexp) required(operand));
      case NEAR -> near((Near) required(operand));
      case EXISTS -> value -> value != null;
      case CONTAINS -> value -> value instanceof List<?> list && Elements.has(list, operand);
      case CONTAINS_ALL -> Elements.all((List<?>) required(operand));
      case CONTAINS_ANY -> Elements.any((List<?>) required(operand));
      case ELEM_MATCH -> Elements.meets(compiled((Where) required(operand)));
      case EXTENDED -> value -> false;
    };
  }

  private static Object required(@Nullable Object operand) {
    if (operand == null) {
      throw new IllegalArgumentException("an operand is missing");
    }
    return operand;
  }

  private static ValueTest not(ValueTest test) {
    return value -> !test.test(value);
  }

  private static ValueTest between(List<?> ends) {
    Object low = ends.get(0);
    Object high = ends.get(1);
    return value -> Compare.order(value, low).atLeast() && Compare.order(value, high).atMost();
  }

  private static ValueTest oneOf(List<?> values) {
    return value -> Elements.has(values, value);
  }

  private static ValueTest like(String pattern, boolean ignoreCase) {
    LikePattern compiled = LikePattern.of(pattern, ignoreCase);
    return value -> value instanceof String text && compiled.fits(text);
  }

  private static ValueTest regexp(Regexp regexp) {
    Pattern compiled = regexp.compile();
    return value -> value instanceof String text && Regexp.found(compiled, text);
  }

  private static ValueTest near(Near near) {
    return value -> value instanceof GeoPoint place && near.holds(place);
  }

  /** A test on one value: a row, a part of one, or an element of a list. */
  @FunctionalInterface
  interface ValueTest {
    boolean test(@Nullable Object value);
  }
}
