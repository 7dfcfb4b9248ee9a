package dev.jongleur.error;

import java.util.List;
import java.util.Map;

/** A definition cannot be used. Lists every error found, each with the path to it. */
public final class DefinitionException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> errors;

  public DefinitionException(String message) {
    super("INVALID_DEFINITION", 400, message);
    this.errors = List.of(message);
  }

  public DefinitionException(String model, List<String> errors) {
    this(model, errors, Map.of("model", model, "errors", List.copyOf(errors)));
  }

  /** With details of another form than a list of errors: LoopBack's, where it has one. */
  public DefinitionException(String model, List<String> errors, Map<String, Object> details) {
    super(
        "INVALID_DEFINITION",
        400,
        "The definition of \"" + model + "\" cannot be used: " + String.join("; ", errors),
        details);
    this.errors = List.copyOf(errors);
  }

  /** Each error with the path to it; a single one without a path is the message itself. */
  public List<String> errors() {
    return errors;
  }
}
