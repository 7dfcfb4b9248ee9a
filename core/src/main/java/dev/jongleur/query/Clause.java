package dev.jongleur.query;

import dev.jongleur.entity.GeoPoint;
import dev.jongleur.query.Where.Comparison;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A condition begun on a path, to be ended by an operator. */
public record Clause(Filter base, String path) {

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

  private Filter end(Operator operator, @Nullable Object operand) {
    return base.and(new Comparison(path, operator, operand));
  }
}
