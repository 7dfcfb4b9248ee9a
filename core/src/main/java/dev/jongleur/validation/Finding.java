package dev.jongleur.validation;

import dev.jongleur.definition.Validation.Terms;

/**
 * One way in which a value is invalid.
 *
 * @param rule the name that begins the code
 * @param kind what of the rule failed, or empty
 */
record Finding(String rule, String kind, String message) {
  static Finding of(String rule, String message) {
    return new Finding(rule, "", message);
  }

  static Finding of(String rule, String kind, String message) {
    return new Finding(rule, kind, message);
  }

  /** F-342: the rule, or {@code rule.kind}; the terms may say another word for the rule. */
  String code(Terms terms) {
    String first = terms.code().isEmpty() ? rule : terms.code();
    return kind.isEmpty() ? first : first + "." + kind;
  }
}
