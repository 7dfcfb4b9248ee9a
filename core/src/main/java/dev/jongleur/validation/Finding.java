package dev.jongleur.validation;

import dev.jongleur.definition.Terms;

/**
 * One way in which a value is invalid.
 *
 * @param rule the name that begins the code
 * @param kind what of the rule failed, or empty
 */
record Finding(String rule, String kind) {

  /** F-342: the rule, or {@code rule.kind}; the terms may say another word for the rule. */
  String code(Terms terms) {
    String first = terms.code().isEmpty() ? rule : terms.code();
    return kind.isEmpty() ? first : first + "." + kind;
  }
}
