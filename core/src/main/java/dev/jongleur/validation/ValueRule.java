package dev.jongleur.validation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that needs no more than the value, made ready once. Thread-safe; makes nothing for a value
 * that is valid.
 */
@FunctionalInterface
interface ValueRule {
  /** For what is decided elsewhere. */
  ValueRule NONE = _ -> List.of();

  /** What is wrong with a value; empty when nothing is. */
  List<Finding> findings(@Nullable Object value);

  /** A rule that finds one thing, or nothing. */
  static ValueRule of(String rule, String kind, Valid valid) {
    List<Finding> broken = List.of(new Finding(rule, kind));
    return value -> valid.test(value) ? List.of() : broken;
  }

  /** Whether a value is valid. */
  @FunctionalInterface
  interface Valid {
    boolean test(@Nullable Object value);
  }
}
