package dev.jongleur.definition;

import java.util.List;
import java.util.OptionalInt;

/**
 * One rule a property must meet before an entity is stored (F-332 to F-342). Immutable.
 *
 * @param terms when the rule applies and how its failure is told
 */
public record Validation(String property, Rule rule, Terms terms) {

  public static Validation of(String property, Rule rule, ValidationOption... options) {
    Terms terms = Terms.DEFAULT;
    for (ValidationOption option : options) {
      terms = option.apply(terms);
    }
    return new Validation(property, rule, terms);
  }

  /** What must hold. */
  public sealed interface Rule {}

  public record Presence() implements Rule {}

  public record Absence() implements Rule {}

  /** Length of text, bytes or list; an absent bound does not count. */
  public record Length(OptionalInt min, OptionalInt max, OptionalInt is) implements Rule {}

  public record Numericality(boolean whole) implements Rule {}

  public record Inclusion(List<Object> in) implements Rule {
    public Inclusion {
      in = List.copyOf(in);
    }
  }

  public record Exclusion(List<Object> in) implements Rule {
    public Exclusion {
      in = List.copyOf(in);
    }
  }

  /** The text fits the pattern somewhere; flags as in JavaScript: i, g, m. */
  public record Format(String pattern, String flags) implements Rule {}

  public record Uniqueness(List<String> scopedTo, boolean ignoreCase) implements Rule {
    public Uniqueness {
      scopedTo = List.copyOf(scopedTo);
    }
  }

  /** The value of a date property could be read as a date (F-340). */
  public record ReadableDate() implements Rule {}

  /**
   * A rule of the program's own, for use by several threads at once; it may take its time, and ask
   * the store. It is equal only to one of the same function, and cannot be written as JSON.
   *
   * @param name how messages about the definition call it
   */
  public record Custom(String name, Check check) implements Rule {}

  /** What a rule of the program's own does: looks, and says what is invalid, if anything. */
  @FunctionalInterface
  public interface Check {
    void look(Candidate candidate);
  }

  /** There is a value: not null, not empty. */
  public static Rule presence() {
    return new Presence();
  }

  /** There is no value. */
  public static Rule absence() {
    return new Absence();
  }

  /** As long as this at least. */
  public static Rule minLength(int min) {
    return new Length(OptionalInt.of(min), OptionalInt.empty(), OptionalInt.empty());
  }

  /** As long as this at most. */
  public static Rule maxLength(int max) {
    return new Length(OptionalInt.empty(), OptionalInt.of(max), OptionalInt.empty());
  }

  /** Exactly so long. */
  public static Rule length(int is) {
    return new Length(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(is));
  }

  public static Rule length(int min, int max) {
    return new Length(OptionalInt.of(min), OptionalInt.of(max), OptionalInt.empty());
  }

  /** A finite number. */
  public static Rule numericality() {
    return new Numericality(false);
  }

  /** A whole number. */
  public static Rule wholeNumber() {
    return new Numericality(true);
  }

  public static Rule in(Object... values) {
    return new Inclusion(List.of(values));
  }

  public static Rule notIn(Object... values) {
    return new Exclusion(List.of(values));
  }

  /** Text in which a pattern is found; anchor it to fit the whole. */
  public static Rule format(String pattern) {
    return new Format(pattern, "");
  }

  /** No other row has this value, among those with the same values of these properties. */
  public static Rule uniqueness(String... scopedTo) {
    return new Uniqueness(List.of(scopedTo), false);
  }

  /** A rule of the program's own. */
  public static Rule custom(String name, Check check) {
    return new Custom(name, check);
  }
}
