package dev.jongleur.definition;

import java.util.Locale;

/** LoopBack's way to make property names from model and relation names. */
public final class CamelCase {
  private CamelCase() {}

  /** {@code Order_Line} becomes {@code orderLine}: only what follows an underscore is recased. */
  public static String of(String name) {
    var text = new StringBuilder();
    for (String word : name.split("_", -1)) {
      text.append(text.isEmpty() ? decapitalized(word) : capitalized(word));
    }
    return text.toString();
  }

  private static String decapitalized(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
  }

  private static String capitalized(String word) {
    return word.isEmpty()
        ? ""
        : word.substring(0, 1).toUpperCase(Locale.ROOT)
            + word.substring(1).toLowerCase(Locale.ROOT);
  }
}
