package dev.jongleur.definition;

import java.util.List;
import java.util.OptionalInt;

/**
 * One rule a property must meet before an entity is stored (F-332 to F-342). Immutable.
 *
 * @param terms when the rule applies and how its failure is told
 */
public record Validation(String property, Rule rule, Terms terms) {

  public static Validation of(String property, Rule rule) {
    return new Validation(property, rule, Terms.DEFAULT);
  }

  /** What must hold. */
  public sealed interface Rule {}

  public record Presence() implements Rule {}

  public record Absence() implements Rule {}

  /** Length of text or list; an absent bound does not count. */
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
   * When a rule applies and how its failure is told (F-333).
   *
   * @param message the message instead of the default one; empty: the default
   * @param code the code instead of the rule's name; empty: the rule's name
   * @param onlyIf a property that must be truthy for the rule to apply, or {@code isNewRecord}; or
   *     empty
   * @param unless a property that must not be truthy for the rule to apply; or empty
   */
  public record Terms(
      String message,
      String code,
      String onlyIf,
      String unless,
      boolean allowNull,
      boolean allowBlank) {
    public static final Terms DEFAULT = new Terms("", "", "", "", false, false);
  }
}
