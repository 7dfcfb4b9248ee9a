package dev.jongleur.definition;

import dev.jongleur.error.DefinitionException;
import java.util.List;

/** Ends a builder within a larger read: what it finds wrong joins what was found before. */
final class Built {
  private Built() {}

  /** The definition; an empty one, with its errors added below a path, when it cannot be built. */
  static ModelDefinition of(ModelBuilder builder, String path, List<String> errors) {
    try {
      return builder.build();
    } catch (DefinitionException e) {
      e.errors().forEach(error -> errors.add(below(path, error)));
      return ModelDefinition.named("Unreadable").injectId(false).build();
    }
  }

  /** {@code properties.zip.default} of what is at {@code properties.address} is in the latter. */
  private static String below(String path, String error) {
    if (path.isEmpty()) {
      return error;
    }
    return error.startsWith("properties.")
        ? path + error.substring("properties".length())
        : path + "." + error;
  }
}
