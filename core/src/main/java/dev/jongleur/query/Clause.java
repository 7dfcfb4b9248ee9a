package dev.jongleur.query;

import dev.jongleur.entity.GeoPoint;
import dev.jongleur.query.Where.Comparison;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A condition begun on a path, to be ended by an operator.
 *
 * @param negated whether it is to hold where the operator does not
 */
public record Clause(Filter base, String path, boolean negated) {
  /** The opposite of what the operator says; it holds for null and missing where that does not. */
  public Clause not() {
    return new Clause(base, path, !negated);
  }

  public Filter eq(@Nullable Object value) {
    return end(Operator.EQ, value);
  }

  public Filter neq(@Nullable Object value) {
    return end(Operator.NEQ, value);
  }

  public Filter gt(Object value) {
    return end(Operator.GT, value);
  }

  public Filter gte(Object value) {
    return end(Operator.GTE, value);
  }

  public Filter lt(Object value) {
    return end(Operator.LT, value);
  }

  public Filter lte(Object value) {
    return end(Operator.LTE, value);
  }

  /** Both ends inclusive. */
  public Filter between(Object low, Object high) {
    return end(Operator.BETWEEN, List.of(low, high));
  }

  public Filter inq(List<? extends @Nullable Object> values) {
    return end(Operator.INQ, values);
  }

  public Filter nin(List<? extends @Nullable Object> values) {
    return end(Operator.NIN, values);
  }

  /**
   * Fits the whole text: % is any run of characters, _ one, a backslash takes the next as it is.
   */
  public Filter like(String pattern) {
    return end(Operator.LIKE, pattern);
  }

  public Filter nlike(String pattern) {
    return end(Operator.NLIKE, pattern);
  }

  public Filter ilike(String pattern) {
    return end(Operator.ILIKE, pattern);
  }

  public Filter nilike(String pattern) {
    return end(Operator.NILIKE, pattern);
  }

  public Filter regexp(String pattern) {
    return end(Operator.REGEXP, Regexp.of(pattern));
  }

  /** Within a distance of a point; orders by distance too. */
  public Filter near(GeoPoint point, double maxDistance, GeoPoint.Unit unit) {
    return end(
        Operator.NEAR,
        new Near(point, OptionalDouble.empty(), OptionalDouble.of(maxDistance), unit));
  }

  /** Whether there is a value: neither null nor missing. */
  public Filter exists(boolean isThere) {
    return end(Operator.EXISTS, isThere);
  }

  /** A list that has this element; of a list, all its elements. */
  public Filter contains(@Nullable Object value) {
    return end(Where.contains(path, value));
  }

  /** A list that has all of these elements. */
  public Filter containsAll(List<? extends @Nullable Object> values) {
    return end(Operator.CONTAINS_ALL, values);
  }

  /** A list that has at least one of these elements. */
  public Filter containsAny(List<? extends @Nullable Object> values) {
    return end(Operator.CONTAINS_ANY, values);
  }

  /**
   * A list with one element that meets a filter's where: {@code
   * where("lines").elemMatch(where("sku", "X").and("quantity").gt(5))}, or on the element itself
   * {@code where("scores").elemMatch(element().gt(80).and(ELEMENT).lt(85))}.
   *
   * @throws dev.jongleur.error.QueryException when the filter says more than a where
   */
  public Filter elemMatch(Filter element) {
    return end(Where.elemMatch(path, element.onlyWhere("elemMatch")));
  }

  private Filter end(Operator operator, @Nullable Object operand) {
    return end(new Comparison(path, operator, operand));
  }

  private Filter end(Where condition) {
    return base.and(negated ? Where.nor(condition) : condition);
  }
}
