package dev.jongleur.validation;

import dev.jongleur.definition.Terms;
import dev.jongleur.definition.Validation;
import dev.jongleur.entity.Nothing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a value is null, or is blank, before its rule sees it (F-334): no value and empty text
 * are blank. Either may be allowed, and is valid then.
 */
record BlankFirst(List<Finding> isNull, List<Finding> isBlank, ValueRule then)
    implements ValueRule {

  static ValueRule of(Validation validation) {
    String rule = Rules.name(validation.rule());
    Terms terms = validation.terms();
    return new BlankFirst(
        terms.allowNull() ? List.of() : List.of(new Finding(rule, "null")),
        terms.allowBlank() ? List.of() : List.of(new Finding(rule, "blank")),
        Rules.of(validation.rule()));
  }

  @Override
  public List<Finding> findings(@Nullable Object value) {
    if (value == Nothing.NULL) {
      return isNull;
    }
    return value == null || value.equals("") ? isBlank : then.findings(value);
  }
}
