package dev.jongleur.json.schema;

import dev.jongleur.definition.Terms.Condition;
import dev.jongleur.definition.Validation;

/** A rule in a few words, for what a schema cannot tell. */
final class Told {
  private Told() {}

  static String of(Validation rule) {
    return name(rule.rule())
        + condition(" if ", rule.terms().onlyIf())
        + condition(" unless ", rule.terms().unless());
  }

  private static String name(Validation.Rule rule) {
    return switch (rule) {
      case Validation.Presence _ -> "presence";
      case Validation.Absence _ -> "absence";
      case Validation.ReadableDate _ -> "date";
      case Validation.Length _ -> "length";
      case Validation.Numericality _ -> "numericality";
      case Validation.Inclusion _ -> "inclusion";
      case Validation.Exclusion _ -> "exclusion";
      case Validation.Format _ -> "format";
      case Validation.Uniqueness _ -> "uniqueness";
      case Validation.Custom(String name, var _) -> name;
    };
  }

  private static String condition(String word, Condition condition) {
    return switch (condition) {
      case Condition.None _ -> "";
      case Condition.Named(String name) -> word + name;
      case Condition.Tested _ -> word + "a function says so";
    };
  }
}
