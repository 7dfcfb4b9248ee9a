package dev.jongleur.error;

import java.util.List;
import java.util.Map;

/** A definition cannot be used. Lists every error found, each with the path to it. */
public final class DefinitionException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public DefinitionException(String message) {
    super("INVALID_DEFINITION", 400, message);
  }

  public DefinitionException(String model, List<String> errors) {
    super(
        "INVALID_DEFINITION",
        400,
        "The definition of \"" + model + "\" cannot be used: " + String.join("; ", errors),
        Map.of("model", model, "errors", List.copyOf(errors)));
  }
}
