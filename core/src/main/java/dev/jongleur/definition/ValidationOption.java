package dev.jongleur.definition;

import dev.jongleur.definition.Terms.Condition;
import java.util.Map;
import java.util.function.Predicate;

/** What may be said of a rule beside what it demands (F-333), to be imported statically. */
@FunctionalInterface
public interface ValidationOption {
  Terms apply(Terms terms);

  /** The message instead of the default one. */
  static ValidationOption message(String text) {
    return terms -> terms.withMessages(Map.of("", text));
  }

  /** A message for each kind: {@code min}, {@code max}, {@code blank}. */
  static ValidationOption messages(Map<String, String> byKind) {
    return terms -> terms.withMessages(byKind);
  }

  /** The word that begins the code, instead of the rule's name. */
  static ValidationOption code(String word) {
    return terms -> terms.withCode(word);
  }

  /** The rule applies if a property is truthy, or to a new entity: {@code isNewRecord}. */
  static ValidationOption onlyIf(String property) {
    return terms -> terms.withOnlyIf(new Condition.Named(property));
  }

  static ValidationOption onlyIf(Predicate<Candidate> test) {
    return terms -> terms.withOnlyIf(new Condition.Tested(test));
  }

  static ValidationOption unless(String property) {
    return terms -> terms.withUnless(new Condition.Named(property));
  }

  static ValidationOption unless(Predicate<Candidate> test) {
    return terms -> terms.withUnless(new Condition.Tested(test));
  }

  static ValidationOption allowNull() {
    return terms -> terms.withAllowNull(true);
  }

  static ValidationOption allowBlank() {
    return terms -> terms.withAllowBlank(true);
  }
}
