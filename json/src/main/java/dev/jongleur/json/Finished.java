package dev.jongleur.json;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;

/** Ends a builder within a larger read: what it finds wrong joins what was found before. */
final class Finished {
  private Finished() {}

  /** The definition; an empty one, with its errors reported, when it cannot be built. */
  static ModelDefinition of(ModelBuilder builder, String name, Part place) {
    try {
      return builder.build();
    } catch (DefinitionException e) {
      e.errors().forEach(place::wrongWithin);
      return ModelDefinition.named(name.isBlank() ? "?" : name).build();
    }
  }
}
