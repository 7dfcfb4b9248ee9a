package dev.jongleur.definition;

import java.util.Map;
import java.util.function.Predicate;

/**
 * When a rule applies and how its failure is told (F-333). Immutable.
 *
 * @param messages in the place of the default ones, by kind: {@code min}, {@code blank}; under the
 *     empty name, for every kind that has none
 * @param code the code instead of the rule's name; empty: the rule's name
 * @param onlyIf what must hold for the rule to apply
 * @param unless what must not hold for the rule to apply
 * @param allowNull whether null is as good as a value that meets the rule
 * @param allowBlank the same for no value and for empty text
 */
public record Terms(
    Map<String, String> messages,
    String code,
    Condition onlyIf,
    Condition unless,
    boolean allowNull,
    boolean allowBlank) {
  public static final Terms DEFAULT =
      new Terms(Map.of(), "", new Condition.None(), new Condition.None(), false, false);

  public Terms {
    messages = Map.copyOf(messages);
  }

  /** What a rule's application may depend on. */
  public sealed interface Condition {
    /** Nothing. */
    record None() implements Condition {}

    /** A property that JavaScript would take for true, or {@code isNewRecord}. */
    record Named(String name) implements Condition {}

    /**
     * A function of the program's own; equal only to the same function, and not written as JSON.
     */
    record Tested(Predicate<Candidate> test) implements Condition {}
  }

  /** Whether it can be written down: it has no function. */
  public boolean isData() {
    return !(onlyIf instanceof Condition.Tested) && !(unless instanceof Condition.Tested);
  }

  public Terms withMessages(Map<String, String> byKind) {
    return new Terms(byKind, code, onlyIf, unless, allowNull, allowBlank);
  }

  public Terms withCode(String word) {
    return new Terms(messages, word, onlyIf, unless, allowNull, allowBlank);
  }

  public Terms withOnlyIf(Condition condition) {
    return new Terms(messages, code, condition, unless, allowNull, allowBlank);
  }

  public Terms withUnless(Condition condition) {
    return new Terms(messages, code, onlyIf, condition, allowNull, allowBlank);
  }

  public Terms withAllowNull(boolean allow) {
    return new Terms(messages, code, onlyIf, unless, allow, allowBlank);
  }

  public Terms withAllowBlank(boolean allow) {
    return new Terms(messages, code, onlyIf, unless, allowNull, allow);
  }
}
