package dev.jongleur.json.schema;

import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Terms.Condition;

/** Whether a rule applies to what is sent, as far as its condition tells. */
enum Applies {
  ALWAYS,
  SOMETIMES,
  NEVER;

  static Applies of(Terms terms, Purpose purpose) {
    Applies ifSo = of(terms.onlyIf(), purpose, ALWAYS);
    Applies unlessSo =
        switch (of(terms.unless(), purpose, NEVER)) {
          case ALWAYS -> NEVER;
          case SOMETIMES -> SOMETIMES;
          case NEVER -> ALWAYS;
        };
    return ifSo.compareTo(unlessSo) > 0 ? ifSo : unlessSo;
  }

  /** Whether a condition holds. */
  private static Applies of(Condition condition, Purpose purpose, Applies without) {
    return switch (condition) {
      case Condition.None _ -> without;
      case Condition.Named(String name) when name.equals("isNewRecord") ->
          purpose == Purpose.CREATE ? ALWAYS : NEVER;
      case Condition.Named _, Condition.Tested _ -> SOMETIMES;
    };
  }
}
