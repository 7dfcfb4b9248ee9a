package dev.jongleur.plan;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where;
import dev.jongleur.query.Where.Comparison;
import java.util.Optional;

/** On a strict model a mass change may name only what the model defines (DEVIATIONS). */
final class UnknownProperties {
  private UnknownProperties() {}

  static void refuse(Where where, Ground ground) {
    for (Comparison comparison : where.comparisons()) {
      if (!comparison.isOfElement()) {
        ground.definition().ifPresent(model -> refuse(comparison, model));
      }
      Optional<Where> within = comparison.within();
      if (within.isPresent()) {
        refuse(within.get(), ground.element(comparison.path()));
      }
    }
  }

  private static void refuse(Comparison comparison, ModelDefinition model) {
    if (!model.isOpen() && model.property(comparison.property()).isEmpty()) {
      throw new QueryException(
          "\"" + model.name() + "\" has no property \"" + comparison.property() + "\".");
    }
  }
}
