package dev.jongleur.error;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity is not valid (F-344); nothing was stored. {@link #codes()} maps each invalid property
 * to its codes, {@link #messages()} to its messages in the same order.
 */
public final class ValidationException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final String model;
  private final transient Map<String, List<String>> codes;
  private final transient Map<String, List<String>> messages;

  public ValidationException(
      String model, Map<String, List<String>> codes, Map<String, List<String>> messages) {
    super(
        "VALIDATION_FAILED",
        422,
        "The `" + model + "` instance is not valid. Details: " + sentence(messages) + ".",
        Map.of("context", model, "codes", codes, "messages", messages));
    this.model = model;
    this.codes = Map.copyOf(codes);
    this.messages = Map.copyOf(messages);
  }

  public String model() {
    return model;
  }

  public Map<String, List<String>> codes() {
    return codes;
  }

  public Map<String, List<String>> messages() {
    return messages;
  }

  @Override
  public String name() {
    return "ValidationError";
  }

  private static String sentence(Map<String, List<String>> messages) {
    var parts = new LinkedHashMap<String, String>();
    messages.forEach((property, list) -> parts.put(property, String.join(", ", list)));
    return parts.entrySet().stream()
        .map(part -> "`" + part.getKey() + "` " + part.getValue())
        .reduce((a, b) -> a + "; " + b)
        .orElse("");
  }
}
