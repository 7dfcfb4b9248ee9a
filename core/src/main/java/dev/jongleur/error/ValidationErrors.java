package dev.jongleur.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with an entity, as LoopBack's {@code errors} (F-343, F-344); empty when it is
 * valid. Immutable.
 *
 * @param model the model's name
 * @param codes the codes of each invalid property, in the order of the rules
 * @param messages the messages of each invalid property, in the order of its codes
 * @param sentence all of it in words, with the values, shortened; no hidden ones
 */
public record ValidationErrors(
    String model,
    Map<String, List<String>> codes,
    Map<String, List<String>> messages,
    String sentence) {

  public ValidationErrors {
    codes = frozen(codes);
    messages = frozen(messages);
  }

  /** Of an entity that is valid. */
  public static ValidationErrors none(String model) {
    return new ValidationErrors(model, Map.of(), Map.of(), "");
  }

  public boolean isEmpty() {
    return codes.isEmpty();
  }

  /** LoopBack's {@code details}: context, codes and messages. */
  public Map<String, Object> details() {
    return Map.of("context", model, "codes", codes, "messages", messages);
  }

  /**
   * Goes on only if there is nothing wrong.
   *
   * @throws ValidationException when there is
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new ValidationException(this);
    }
  }

  private static Map<String, List<String>> frozen(Map<String, List<String>> lists) {
    var copy = new LinkedHashMap<String, List<String>>();
    lists.forEach((property, list) -> copy.put(property, List.copyOf(list)));
    return Collections.unmodifiableMap(copy);
  }
}
