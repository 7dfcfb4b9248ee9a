package dev.jongleur.query;

import static dev.jongleur.query.FilterReader.isNone;
import static dev.jongleur.query.FilterReader.shown;

import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.FilterReader.Lists;
import dev.jongleur.query.Where.Comparison;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads LoopBack's JSON form of a where (F-211 to F-224). All operators of an object hold. */
final class WhereReader {
  /** Keys that stand beside near and regexp and say more of them. */
  private static final Set<String> BESIDE_NEAR = Set.of("maxDistance", "minDistance", "unit");

  private static final String NOT = "not";

  /** Holds always, as {@code {}} does; but it was not said that every row is meant. */
  private static final Where EMPTY_GROUP = new Where.And(List.of(Where.all()));

  private WhereReader() {}

  static Where where(@Nullable Object raw) {
    if (isNone(raw)) {
      return Where.all();
    }
    if (!(raw instanceof Map<?, ?> map)) {
      throw new QueryException("A where is an object, not " + shown(raw) + ".");
    }
    var parts = new ArrayList<Where>();
    map.forEach((key, value) -> parts.add(part(String.valueOf(key), value)));
    Where whole = Where.and(parts.toArray(Where[]::new));
    return whole.isAll() && !map.isEmpty() ? EMPTY_GROUP : whole;
  }

  private static Where part(String key, @Nullable Object value) {
    return switch (key) {
      case "and" -> and(parts(key, value));
      case "or" -> new Where.Or(parts(key, value));
      case "nor" -> new Where.Nor(parts(key, value));
      case Where.ELEMENT -> throw new QueryException("A condition names a property.");
      default -> condition(key, value);
    };
  }

  private static Where and(List<Where> parts) {
    return parts.isEmpty() ? EMPTY_GROUP : new Where.And(parts);
  }

  private static List<Where> parts(String key, @Nullable Object raw) {
    var parts = new ArrayList<Where>();
    for (Object item : Lists.of(key, raw)) {
      if (!(item instanceof Map)) {
        throw new QueryException("The parts of \"" + key + "\" are objects.");
      }
      parts.add(where(item));
    }
    return parts;
  }

  private static Where condition(String path, @Nullable Object value) {
    return switch (value) {
      case Regexp regexp -> new Comparison(path, Operator.REGEXP, regexp);
      case Map<?, ?> map when isPoint(map) -> Where.eq(path, point(path, map));
      case Map<?, ?> map -> operators(path, map);
      case null, default -> Where.eq(path, value);
    };
  }

  private static boolean isPoint(Map<?, ?> map) {
    return map.size() == 2 && map.containsKey("lat") && map.containsKey("lng");
  }

  private static Where operators(String path, Map<?, ?> map) {
    if (!map.isEmpty() && map.keySet().stream().allMatch(key -> key.toString().startsWith("$"))) {
      return new Comparison(path, Operator.EXTENDED, map);
    }
    var parts = new ArrayList<Where>();
    for (var entry : map.entrySet()) {
      String key = String.valueOf(entry.getKey());
      if (key.equals(NOT)) {
        parts.add(Where.nor(condition(path, entry.getValue())));
      } else if (!isBeside(key, map)) {
        Operator operator = Operator.named(key).orElseThrow(() -> unknown(path, key));
        parts.add(comparison(path, operator, entry.getValue(), map));
      }
    }
    if (parts.isEmpty()) {
      throw new QueryException("The condition on \"" + path + "\" is empty.");
    }
    return Where.and(parts.toArray(Where[]::new));
  }

  private static Where comparison(
      String path, Operator operator, @Nullable Object raw, Map<?, ?> beside) {
    if (operator == Operator.CONTAINS && Lists.isList(raw)) {
      return Where.contains(path, Lists.of(operator.label(), raw));
    }
    return new Comparison(path, operator, operand(path, operator, raw, beside));
  }

  private static boolean isBeside(String key, Map<?, ?> map) {
    return BESIDE_NEAR.contains(key) && map.containsKey("near")
        || key.equals("options") && map.containsKey("regexp");
  }

  private static QueryException unknown(String path, String key) {
    return new QueryException(
        "There is no operator \""
            + key
            + "\" (condition on \""
            + path
            + "\"). To reach into an object write a dotted path, \""
            + path
            + "."
            + key
            + "\".");
  }

  private static @Nullable Object operand(
      String path, Operator operator, @Nullable Object raw, Map<?, ?> beside) {
    if (raw == Nothing.UNDEFINED) {
      return raw;
    }
    return switch (operator) {
      case INQ, NIN, CONTAINS_ALL, CONTAINS_ANY -> Lists.of(operator.label(), raw);
      case BETWEEN -> pair(path, Lists.of(operator.label(), raw));
      case LIKE, NLIKE, ILIKE, NILIKE -> pattern(path, operator, raw);
      case REGEXP -> regexp(path, raw, beside);
      case NEAR -> near(path, raw, beside);
      case EXISTS -> flag(path, raw);
      case ELEM_MATCH -> element(path, raw);
      case EQ, NEQ, GT, GTE, LT, LTE, CONTAINS, EXTENDED ->
          raw instanceof Map<?, ?> map && isPoint(map) ? point(path, map) : raw;
    };
  }

  private static Boolean flag(String path, @Nullable Object raw) {
    return switch (String.valueOf(raw)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new QueryException("\"exists\" on \"" + path + "\" is true or false.");
    };
  }

  /** Only operators: on the element itself. Else a where on its properties. */
  private static Where element(String path, @Nullable Object raw) {
    if (!(raw instanceof Map<?, ?> map) || map.isEmpty()) {
      throw new QueryException(
          "\"elemMatch\" on \"" + path + "\" needs a where, or operators, for an element.");
    }
    boolean ofElement =
        map.keySet().stream().map(String::valueOf).allMatch(key -> isOperator(key, map));
    return ofElement ? operators(Where.ELEMENT, map) : where(map);
  }

  private static boolean isOperator(String key, Map<?, ?> beside) {
    return key.equals(NOT)
        || key.startsWith("$")
        || isBeside(key, beside)
        || Operator.named(key).isPresent();
  }

  private static List<@Nullable Object> pair(String path, List<@Nullable Object> ends) {
    if (ends.size() != 2) {
      throw new QueryException("\"between\" on \"" + path + "\" needs exactly two values.");
    }
    return ends;
  }

  private static String pattern(String path, Operator operator, @Nullable Object raw) {
    if (raw instanceof String text) {
      return text;
    }
    throw new QueryException("\"" + operator.label() + "\" on \"" + path + "\" needs text.");
  }

  private static Regexp regexp(String path, @Nullable Object raw, Map<?, ?> beside) {
    Regexp regexp =
        switch (raw) {
          case Regexp ready -> ready;
          case String text -> Regexp.of(text);
          case null, default ->
              throw new QueryException("\"regexp\" on \"" + path + "\" needs text or a pattern.");
        };
    return beside.get("options") instanceof String flags
        ? new Regexp(regexp.pattern(), regexp.flags() + flags)
        : regexp;
  }

  private static Near near(String path, @Nullable Object raw, Map<?, ?> beside) {
    GeoPoint.Unit unit =
        isNone(beside.get("unit"))
            ? GeoPoint.Unit.MILES
            : unit(path, String.valueOf(beside.get("unit")));
    return new Near(
        point(path, raw),
        distance(path, beside.get("minDistance")),
        distance(path, beside.get("maxDistance")),
        unit);
  }

  private static GeoPoint.Unit unit(String path, String name) {
    try {
      return GeoPoint.Unit.named(name);
    } catch (DataException e) {
      throw new QueryException("\"near\" on \"" + path + "\": " + e.getMessage());
    }
  }

  private static GeoPoint point(String path, @Nullable Object raw) {
    try {
      return GeoPoint.read(raw);
    } catch (DataException e) {
      throw new QueryException("The place on \"" + path + "\" cannot be read: " + e.getMessage());
    }
  }

  /** Only a distance above 0 counts (F-244). */
  private static OptionalDouble distance(String path, @Nullable Object raw) {
    if (isNone(raw)) {
      return OptionalDouble.empty();
    }
    try {
      double distance = new BigDecimal(String.valueOf(raw)).doubleValue();
      return distance > 0 ? OptionalDouble.of(distance) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      throw new QueryException(
          "A distance on \"" + path + "\" is a number, not " + shown(raw) + ".");
    }
  }
}
