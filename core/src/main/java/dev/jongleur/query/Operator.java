package dev.jongleur.query;

import java.util.Locale;
import java.util.Optional;

/** How a condition compares (F-214), by LoopBack's names. */
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
  /** Operators of a backend, whose names start with a dollar sign; the operand is their map. */
  EXTENDED;

  /** The name in a filter. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Operator> named(String label) {
    for (Operator operator : values()) {
      if (operator != EXTENDED && operator.label().equals(label)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }
}
