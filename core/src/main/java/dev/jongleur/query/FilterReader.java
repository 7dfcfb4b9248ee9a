package dev.jongleur.query;

import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads LoopBack's JSON form of a filter (F-205 to F-213). */
final class FilterReader {
  private static final Set<String> KEYS =
      Set.of("where", "order", "limit", "skip", "offset", "fields", "include", "collect");

  private FilterReader() {}

  static Filter filter(@Nullable Object raw) {
    if (isNone(raw)) {
      return Filter.all();
    }
    if (!(raw instanceof Map<?, ?> map)) {
      throw new QueryException("A filter is an object, not " + shown(raw) + ".");
    }
    refuseUnknown(map);
    int depth = Depth.of(map);
    Object skip = isNone(map.get("skip")) ? map.get("offset") : map.get("skip");
    return Filter.of(WhereReader.where(map.get("where")))
        .withOrder(order(map.get("order")))
        .limit(limit(map.get("limit")))
        .skip(whole("skip", skip))
        .withFields(fields(map.get("fields")))
        .withInclude(IncludeReader.include(map.get("include")))
        .withDepth(depth);
  }

  static Filter where(@Nullable Object raw) {
    if (isNone(raw)) {
      return Filter.all();
    }
    // First: what contains itself has no end.
    int depth = Depth.of(raw) + 1;
    return Filter.of(WhereReader.where(raw)).withDepth(depth);
  }

  static boolean isNone(@Nullable Object raw) {
    return raw == null || raw instanceof Nothing;
  }

  static String shown(@Nullable Object raw) {
    String text = String.valueOf(raw);
    return "\"" + (text.length() > 60 ? text.substring(0, 60) + "..." : text) + "\"";
  }

  private static void refuseUnknown(Map<?, ?> map) {
    for (Object key : map.keySet()) {
      if (!KEYS.contains(String.valueOf(key))) {
        throw new QueryException(
            "A filter has no "
                + shown(key)
                + "; it has where, order, limit, skip, fields and include.");
      }
    }
  }

  static List<Order> order(@Nullable Object raw) {
    return switch (raw) {
      case null -> List.of();
      case Nothing nothing -> List.of();
      case String text -> Order.parse(text);
      case List<?> list -> list.stream().flatMap(item -> order(item).stream()).toList();
      case Map<?, ?> map when map.containsKey("property") -> List.of(Order.read(map));
      case Map<?, ?> map -> order(Lists.of("order", map));
      default -> throw new QueryException("An order is text or a list, not " + shown(raw) + ".");
    };
  }

  private static int limit(@Nullable Object raw) {
    int limit = whole("limit", raw);
    if (limit == 0 && raw instanceof String) {
      throw new QueryException("A limit is a whole number from 1, not " + shown(raw) + ".");
    }
    return limit;
  }

  static int whole(String name, @Nullable Object raw) {
    if (isNone(raw)) {
      return 0;
    }
    double number =
        switch (raw) {
          case Number value -> value.doubleValue();
          case String text when text.strip().matches("[0-9]{1,15}") ->
              Double.parseDouble(text.strip());
          case null, default -> Double.NaN;
        };
    if (!(number >= 0) || number != Math.rint(number)) {
      throw new QueryException("A " + name + " is a whole number from 0, not " + shown(raw) + ".");
    }
    return (int) Math.min(number, Integer.MAX_VALUE);
  }

  private static Fields fields(@Nullable Object raw) {
    return switch (raw) {
      case null -> Fields.ALL;
      case Nothing nothing -> Fields.ALL;
      case String name -> name.isEmpty() ? Fields.ALL : Fields.only(name);
      case List<?> list -> new Fields(names(list), Set.of());
      case Map<?, ?> map when Lists.isIndexed(map) && !map.isEmpty() ->
          new Fields(names(Lists.of("fields", map)), Set.of());
      case Map<?, ?> map -> chosen(map);
      default -> throw new QueryException("Fields are names, not " + shown(raw) + ".");
    };
  }

  private static Set<String> names(List<?> list) {
    var names = new LinkedHashSet<String>();
    list.forEach(item -> names.add(String.valueOf(item)));
    return names;
  }

  /** Any true makes it the list of what to return; only falses, of what to leave out. */
  private static Fields chosen(Map<?, ?> map) {
    var included = new LinkedHashSet<String>();
    var excluded = new LinkedHashSet<String>();
    map.forEach((name, flag) -> (isTrue(flag) ? included : excluded).add(String.valueOf(name)));
    return included.isEmpty() ? new Fields(Set.of(), excluded) : new Fields(included, Set.of());
  }

  static boolean isTrue(@Nullable Object flag) {
    return switch (flag) {
      case Boolean value -> value;
      case Number number -> number.doubleValue() != 0;
      case String text -> !text.isEmpty() && !text.equals("false") && !text.equals("0");
      case null, default -> false;
    };
  }

  /** Lists, also in the form that a query string gives them: an object with keys 0, 1, ... */
  static final class Lists {
    private Lists() {}

    static boolean isList(@Nullable Object raw) {
      return raw instanceof List
          || raw instanceof Map<?, ?> map && !map.isEmpty() && isIndexed(map);
    }

    static boolean isIndexed(Map<?, ?> map) {
      for (int i = 0; i < map.size(); i++) {
        if (!map.containsKey(String.valueOf(i))) {
          return false;
        }
      }
      return true;
    }

    static List<@Nullable Object> of(String what, @Nullable Object raw) {
      var list = new ArrayList<@Nullable Object>();
      switch (raw) {
        case List<?> items -> list.addAll(items);
        case Map<?, ?> map when !map.isEmpty() && isIndexed(map) -> {
          for (int i = 0; i < map.size(); i++) {
            list.add(map.get(String.valueOf(i)));
          }
        }
        case null, default -> throw new QueryException("\"" + what + "\" needs a list.");
      }
      return list;
    }
  }
}
