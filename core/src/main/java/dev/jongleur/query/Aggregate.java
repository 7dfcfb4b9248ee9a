package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import dev.jongleur.query.Measure.Function;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question for figures about groups of rows: {@code Aggregate.of(where("state",
 * "open")).groupBy("city").sum("total", "revenue").count("orders")}. Immutable: each method returns
 * another.
 *
 * @param where which rows
 * @param groupBy what the rows of a group have in common; empty: all rows are one group
 * @param having which groups, by the names of the result
 * @param order by the names of the result; else by what is grouped by
 * @param limit the most groups to return; 0: no limit
 * @param skip how many groups to pass over
 * @param depth how deep the raw form was nested; 0 for one made in Java
 */
public record Aggregate(
    Where where,
    List<String> groupBy,
    List<Measure> measures,
    Where having,
    List<Order> order,
    int limit,
    int skip,
    int depth) {

  public Aggregate {
    groupBy = List.copyOf(groupBy);
    measures = List.copyOf(measures);
    order = List.copyOf(order);
    if (limit < 0 || skip < 0) {
      throw new QueryException("A limit and a skip are not negative.");
    }
  }

  /** About every row. */
  public static Aggregate all() {
    return of(Filter.all());
  }

  /**
   * About the rows that meet a filter's where.
   *
   * @throws QueryException when the filter says more
   */
  public static Aggregate of(Filter filter) {
    return new Aggregate(
        filter.onlyWhere("aggregate"),
        List.of(),
        List.of(),
        Where.all(),
        List.of(),
        0,
        0,
        filter.depth());
  }

  /**
   * Reads {@code {"where": ..., "groupBy": ["city"], "count": true, "sum": {"revenue": "total"},
   * "avg": "total", "having": {"revenue": {"gt": 5}}, "order": "revenue DESC", "limit": 10}}.
   *
   * @throws QueryException naming what cannot be read
   */
  public static Aggregate read(Map<String, ? extends @Nullable Object> raw) {
    return AggregateReader.read(raw);
  }

  public Aggregate groupBy(String... paths) {
    var more = new ArrayList<>(groupBy);
    more.addAll(List.of(paths));
    return with(more, measures, having, order);
  }

  /** How many rows there are. */
  public Aggregate count(String name) {
    return measure(new Measure(Function.COUNT, "", name));
  }

  /** How many rows have a value at a path. */
  public Aggregate count(String path, String name) {
    return measure(new Measure(Function.COUNT, path, name));
  }

  public Aggregate sum(String path, String name) {
    return measure(new Measure(Function.SUM, path, name));
  }

  public Aggregate avg(String path, String name) {
    return measure(new Measure(Function.AVG, path, name));
  }

  public Aggregate min(String path, String name) {
    return measure(new Measure(Function.MIN, path, name));
  }

  public Aggregate max(String path, String name) {
    return measure(new Measure(Function.MAX, path, name));
  }

  public Aggregate measure(Measure measure) {
    return with(
        groupBy, Stream.concat(measures.stream(), Stream.of(measure)).toList(), having, order);
  }

  /** Only groups that meet this, by the names of the result. */
  public Aggregate having(Filter filter) {
    return with(groupBy, measures, Where.and(having, filter.onlyWhere("having")), order);
  }

  public Aggregate order(String... keys) {
    return with(
        groupBy,
        measures,
        having,
        Stream.of(keys).flatMap(key -> Order.parse(key).stream()).toList());
  }

  public Aggregate withOrder(List<Order> keys) {
    return with(groupBy, measures, having, keys);
  }

  public Aggregate limit(int most) {
    return new Aggregate(where, groupBy, measures, having, order, most, skip, depth);
  }

  public Aggregate skip(int groups) {
    return new Aggregate(where, groupBy, measures, having, order, limit, groups, depth);
  }

  public Aggregate withWhere(Where other) {
    return new Aggregate(other, groupBy, measures, having, order, limit, skip, depth);
  }

  public Aggregate withHaving(Where other) {
    return with(groupBy, measures, other, order);
  }

  private Aggregate with(
      List<String> groups, List<Measure> figures, Where groupsThat, List<Order> keys) {
    return new Aggregate(where, groups, figures, groupsThat, keys, limit, skip, depth);
  }

  /** What the result has, in its order. */
  public List<String> names() {
    return Stream.concat(groupBy.stream(), measures.stream().map(Measure::name)).toList();
  }

  /** What has to be read of which rows. */
  public Filter rows() {
    String[] properties =
        paths().stream().map(path -> path.split("\\.", 2)[0]).distinct().toArray(String[]::new);
    Filter all = Filter.of(where);
    return properties.length == 0 ? all : all.fields(properties);
  }

  /** All paths of rows that are looked at, without those of the where. */
  public Set<String> paths() {
    var paths = new LinkedHashSet<>(groupBy);
    measures.stream().filter(measure -> !measure.isOfRows()).forEach(m -> paths.add(m.path()));
    return paths;
  }
}
