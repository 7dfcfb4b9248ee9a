package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A question: which rows, in which order, how many, which properties, what along with them (F-205).
 * Immutable: each method returns another filter.
 *
 * @param limit the most rows to return; 0: no limit
 * @param skip how many rows to pass over
 * @param depth how deep the raw form was nested; 0 for a filter made in Java
 */
public record Filter(
    Where where,
    List<Order> order,
    int limit,
    int skip,
    Fields fields,
    List<Include> include,
    int depth) {

  private static final Filter ALL =
      new Filter(Where.all(), List.of(), 0, 0, Fields.ALL, List.of(), 0);

  public Filter {
    order = List.copyOf(order);
    include = List.copyOf(include);
    if (limit < 0 || skip < 0) {
      throw new QueryException("A limit and a skip are not negative.");
    }
  }

  /** Every row. */
  public static Filter all() {
    return ALL;
  }

  /** Begins a condition: {@code where("age").gt(18)}. */
  public static Clause where(String path) {
    return new Clause(ALL, path, false);
  }

  /** Begins a condition on an element of a list, for {@code elemMatch}. */
  public static Clause element() {
    return where(Where.ELEMENT);
  }

  public static Filter where(String path, @Nullable Object value) {
    return ALL.and(path, value);
  }

  public static Filter of(Where where) {
    return ALL.and(where);
  }

  /** At most one row. */
  public static Filter one(Where where) {
    return new Filter(where, ALL.order, 1, 0, ALL.fields, ALL.include, 0);
  }

  /**
   * Reads LoopBack's form of a filter.
   *
   * @throws QueryException naming what cannot be read
   */
  public static Filter read(@Nullable Object raw) {
    return FilterReader.filter(raw);
  }

  /**
   * Reads LoopBack's form of a where into a filter with nothing else.
   *
   * @throws QueryException naming what cannot be read
   */
  public static Filter readWhere(@Nullable Object raw) {
    return FilterReader.where(raw);
  }

  /** Reads LoopBack's form of a filter from a map. */
  public static Filter read(Map<String, ? extends @Nullable Object> raw) {
    return FilterReader.filter(raw);
  }

  public Clause and(String path) {
    return new Clause(this, path, false);
  }

  public Filter and(String path, @Nullable Object value) {
    return and(Where.eq(path, value));
  }

  public Filter and(Where more) {
    return withWhere(where.isAll() ? more : Where.and(where, more));
  }

  public Filter withWhere(Where other) {
    return new Filter(other, order, limit, skip, fields, include, depth);
  }

  /** Sorts by these keys: {@code order("total DESC", "id")}. */
  public Filter order(String... keys) {
    return withOrder(Stream.of(keys).flatMap(key -> Order.parse(key).stream()).toList());
  }

  public Filter withOrder(List<Order> keys) {
    return new Filter(where, keys, limit, skip, fields, include, depth);
  }

  public Filter limit(int most) {
    return new Filter(where, order, most, skip, fields, include, depth);
  }

  public Filter skip(int rows) {
    return new Filter(where, order, limit, rows, fields, include, depth);
  }

  public Filter fields(String... names) {
    return withFields(Fields.only(names));
  }

  public Filter withFields(Fields other) {
    return new Filter(where, order, limit, skip, other, include, depth);
  }

  public Filter include(String... relations) {
    var more = new ArrayList<>(include);
    Stream.of(relations).map(Include::of).forEach(more::add);
    return withInclude(more);
  }

  public Filter include(String relation, Filter scope) {
    var more = new ArrayList<>(include);
    more.add(new Include(relation, scope));
    return withInclude(more);
  }

  public Filter withInclude(List<Include> other) {
    return new Filter(where, order, limit, skip, fields, other, depth);
  }

  /** The where of a filter that has nothing else. */
  Where onlyWhere(String what) {
    if (!equals(ALL.withWhere(where).withDepth(depth))) {
      throw new QueryException("\"" + what + "\" takes a condition, no order, limit or fields.");
    }
    return where;
  }

  Filter withDepth(int levels) {
    return new Filter(where, order, limit, skip, fields, include, levels);
  }
}
