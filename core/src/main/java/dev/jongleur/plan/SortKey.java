package dev.jongleur.plan;

import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Numbers;
import dev.jongleur.query.FoldedText;
import dev.jongleur.query.Operator;
import dev.jongleur.query.Order;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One key of an order, and what is beside a value of it: null before every value, no number (NaN)
 * after every number.
 */
record SortKey(Property property, boolean descending, boolean ignoreCase) {
  String path() {
    return property.name();
  }

  /** Where the key has the same value as a row. */
  Where same(@Nullable Object value) {
    if (isNaN(value)) {
      return noNumber();
    }
    return ignoreCase && value instanceof String text
        ? new Comparison(path(), Operator.ILIKE, literal(text))
        : Where.eq(path(), value);
  }

  /** What comes after a value, in parts of which each comes after the one before. */
  List<Part> beyond(@Nullable Object value) {
    return descending ? below(value) : above(value);
  }

  private List<Part> above(@Nullable Object value) {
    if (value == null) {
      return List.of(Part.of(present()));
    }
    if (isNaN(value)) {
      return List.of();
    }
    if (ignoreCase && value instanceof String text) {
      return List.of(new Part(present(), row -> folded(row).compareTo(FoldedText.of(text)) > 0));
    }
    Part greater = Part.of(new Comparison(path(), Operator.GT, value));
    return mayBeNaN() ? List.of(greater, Part.of(noNumber())) : List.of(greater);
  }

  private List<Part> below(@Nullable Object value) {
    var parts = new ArrayList<Part>();
    if (value == null) {
      return parts;
    }
    if (isNaN(value)) {
      parts.add(Part.of(number()));
    } else if (ignoreCase && value instanceof String text) {
      parts.add(new Part(present(), row -> folded(row).compareTo(FoldedText.of(text)) < 0));
    } else {
      parts.add(Part.of(new Comparison(path(), Operator.LT, value)));
    }
    parts.add(Part.of(Where.eq(path(), null)));
    return parts;
  }

  private String folded(Entity row) {
    return FoldedText.of(String.valueOf(row.get(path())));
  }

  private Where present() {
    return new Comparison(path(), Operator.NEQ, null);
  }

  private Where number() {
    return new Comparison(path(), Operator.LTE, Double.POSITIVE_INFINITY);
  }

  private Where noNumber() {
    return Where.and(present(), Where.nor(number()));
  }

  private boolean mayBeNaN() {
    return property.type().stored() == ScalarType.NUMBER;
  }

  private static boolean isNaN(@Nullable Object value) {
    return value instanceof Number number && Numbers.isNaN(number);
  }

  private static String literal(String text) {
    return text.replaceAll("([\\\\%_])", "\\\\$1");
  }

  @Override
  public String toString() {
    return new Order(path(), descending, ignoreCase).toString();
  }

  /**
   * A part of what comes after a value.
   *
   * @param beyond what a where cannot say; rows in order fail it first, then meet it
   */
  record Part(Where where, Predicate<Entity> beyond) {
    private static final Predicate<Entity> ALL = Every.ROW;

    /** What every row meets. */
    private enum Every implements Predicate<Entity> {
      ROW;

      @Override
      public boolean test(Entity row) {
        return true;
      }
    }

    static Part of(Where where) {
      return new Part(where, ALL);
    }

    boolean isWhole() {
      return beyond == ALL;
    }
  }
}
