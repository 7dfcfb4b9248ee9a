package dev.jongleur.json;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import java.util.List;

/** Ends a builder within a larger read: what it finds wrong joins what was found before. */
final class Finished {
  private Finished() {}

  /** The definition; an empty one, with its errors reported, when it cannot be built. */
  static ModelDefinition of(ModelBuilder builder, String name, Part place) {
    try {
      return builder.build();
    } catch (DefinitionException e) {
      if (e.details().get("errors") instanceof List<?> errors) {
        errors.forEach(error -> place.wrong(String.valueOf(error)));
      }
      return ModelDefinition.named(name.isBlank() ? "?" : name).build();
    }
  }
}
