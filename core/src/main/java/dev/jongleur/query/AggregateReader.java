package dev.jongleur.query;

import static dev.jongleur.query.FilterReader.shown;

import dev.jongleur.error.QueryException;
import dev.jongleur.query.FilterReader.Lists;
import dev.jongleur.query.Measure.Function;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the JSON form of an aggregate. Nothing in it is passed over. */
final class AggregateReader {
  private static final Set<String> KEYS =
      new TreeSet<>(
          Set.of(
              "where", "groupBy", "having", "order", "limit", "skip", "count", "sum", "avg", "min",
              "max"));

  /** The path of a row itself, as SQL writes it. */
  private static final String ROWS = "*";

  private AggregateReader() {}

  static Aggregate read(Map<String, ? extends @Nullable Object> raw) {
    for (String key : raw.keySet()) {
      if (!KEYS.contains(key)) {
        throw new QueryException("An aggregate has no " + shown(key) + "; it has " + KEYS + ".");
      }
    }
    int depth = Depth.of(raw);
    Aggregate read =
        Aggregate.of(Filter.of(WhereReader.where(raw.get("where"))).withDepth(depth))
            .groupBy(names("groupBy", raw.get("groupBy")).toArray(String[]::new))
            .withHaving(WhereReader.where(raw.get("having")))
            .withOrder(FilterReader.order(raw.get("order")))
            .limit(FilterReader.whole("limit", raw.get("limit")))
            .skip(FilterReader.whole("skip", raw.get("skip")));
    for (Function function : Function.values()) {
      for (Measure measure : measures(function, raw.get(function.label()))) {
        read = read.measure(measure);
      }
    }
    return read;
  }

  /** {@code true}, a property, several of them, or names with the property of each. */
  private static List<Measure> measures(Function function, @Nullable Object raw) {
    if (function == Function.COUNT && isRows(raw)) {
      return List.of(Measure.of(function, ""));
    }
    return raw instanceof Map<?, ?> map && !Lists.isList(map)
        ? named(function, map)
        : names(function.label(), raw).stream().map(path -> Measure.of(function, path)).toList();
  }

  private static List<Measure> named(Function function, Map<?, ?> map) {
    return map.entrySet().stream()
        .map(entry ->
            new Measure(
                function,
                isRows(entry.getValue()) ? "" : name(function.label(), entry.getValue()),
                String.valueOf(entry.getKey())))
        .toList();
  }

  private static boolean isRows(@Nullable Object raw) {
    return ROWS.equals(raw) || Boolean.TRUE.equals(raw) || "true".equals(raw);
  }

  private static List<String> names(String key, @Nullable Object raw) {
    if (FilterReader.isNone(raw)) {
      return List.of();
    }
    return (raw instanceof String text ? Stream.of(text) : Lists.of(key, raw).stream())
        .map(item -> name(key, item))
        .toList();
  }

  private static String name(String key, @Nullable Object raw) {
    if (raw instanceof String name && !name.isBlank()) {
      return name;
    }
    throw new QueryException("\"" + key + "\" names properties, not " + shown(raw) + ".");
  }
}
