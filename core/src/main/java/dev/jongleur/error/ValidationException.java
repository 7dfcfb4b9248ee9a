package dev.jongleur.error;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entity is not valid (F-344); nothing was stored. {@link #codes()} maps each invalid property
 * to its codes, {@link #messages()} to its messages in the same order.
 */
public final class ValidationException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final transient ValidationErrors errors;

  public ValidationException(ValidationErrors errors) {
    super(
        "VALIDATION_FAILED",
        422,
        "The `" + errors.model() + "` instance is not valid. Details: " + errors.sentence() + ".",
        errors.details());
    this.errors = errors;
  }

  public ValidationException(
      String model, Map<String, List<String>> codes, Map<String, List<String>> messages) {
    this(new ValidationErrors(model, codes, messages, sentence(messages)));
  }

  /** Everything that is wrong. */
  public ValidationErrors errors() {
    return errors;
  }

  public String model() {
    return errors.model();
  }

  public Map<String, List<String>> codes() {
    return errors.codes();
  }

  public Map<String, List<String>> messages() {
    return errors.messages();
  }

  @Override
  public String name() {
    return "ValidationError";
  }

  private static String sentence(Map<String, List<String>> messages) {
    return messages.entrySet().stream()
        .flatMap(entry -> entry.getValue().stream().map(text -> "`" + entry.getKey() + "` " + text))
        .collect(Collectors.joining("; "));
  }
}
