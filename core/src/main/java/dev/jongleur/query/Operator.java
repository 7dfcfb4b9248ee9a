package dev.jongleur.query;

import java.util.Locale;
import java.util.Optional;

/** How a condition compares (F-214), by LoopBack's names. What each means: {@code Matcher}. */
public enum Operator {
  EQ,
  NEQ,
  GT,
  GTE,
  LT,
  LTE,
  BETWEEN,
  INQ,
  NIN,
  LIKE,
  NLIKE,
  ILIKE,
  NILIKE,
  REGEXP,
  NEAR,
  /** There is a value, or there is none: neither null nor missing. The operand is a boolean. */
  EXISTS,
  /** A list has an element that is the same as the operand. */
  CONTAINS,
  /** A list has all elements of the operand, a list. */
  CONTAINS_ALL,
  /** A list has at least one element of the operand, a list. */
  CONTAINS_ANY,
  /** One element of a list meets the operand, a {@link Where} whose paths begin at the element. */
  ELEM_MATCH,
  /** Operators of a backend, whose names start with a dollar sign; the operand is their map. */
  EXTENDED;

  private final String label = camelCase(name());

  /** The name in a filter. */
  public String label() {
    return label;
  }

  /** Whether it looks at a list as a whole; the others look at its elements (F-222). */
  public boolean looksAtWhole() {
    return switch (this) {
      case EXISTS, CONTAINS, CONTAINS_ALL, CONTAINS_ANY, ELEM_MATCH -> true;
      case EQ, NEQ, GT, GTE, LT, LTE, BETWEEN, INQ, NIN -> false;
      case LIKE, NLIKE, ILIKE, NILIKE, REGEXP, NEAR, EXTENDED -> false;
    };
  }

  /** Whether only a list can meet it. */
  public boolean needsList() {
    return looksAtWhole() && this != EXISTS;
  }

  static Optional<Operator> named(String label) {
    for (Operator operator : values()) {
      if (operator != EXTENDED && operator.label().equals(label)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  private static String camelCase(String name) {
    int gap = name.indexOf('_');
    String lower = name.toLowerCase(Locale.ROOT);
    return gap < 0
        ? lower
        : lower.substring(0, gap) + name.charAt(gap + 1) + lower.substring(gap + 2);
  }
}
