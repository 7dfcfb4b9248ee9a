package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;

/** On a strict model a mass change may name only what the model defines (DEVIATIONS). */
final class UnknownProperties {
  private UnknownProperties() {}

  static void refuse(Where where, ModelDefinition model) {
    if (model.isOpen()) {
      return;
    }
    for (Comparison comparison : where.comparisons()) {
      if (model.property(comparison.property()).isEmpty()) {
        throw new QueryException(
            "\"" + model.name() + "\" has no property \"" + comparison.property() + "\".");
      }
    }
  }
}
