package dev.jongleur.definition;

import java.util.Locale;
import java.util.Map;

/** English plurals of model names, as LoopBack's REST paths use them (F-054). */
public final class Plural {
  private static final Map<String, String> IRREGULAR =
      Map.of(
          "person",
          "people",
          "woman",
          "women",
          "child",
          "children",
          "foot",
          "feet",
          "tooth",
          "teeth",
          "mouse",
          "mice",
          "goose",
          "geese");

  private Plural() {}

  public static String of(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    for (var entry : IRREGULAR.entrySet()) {
      if (lower.endsWith(entry.getKey())) {
        return irregular(name, entry.getKey(), entry.getValue());
      }
    }
    if (lower.matches(".*(s|x|z|ch|sh)")) {
      return name + "es";
    }
    if (lower.matches(".*[^aeiou]y")) {
      return name.substring(0, name.length() - 1) + "ies";
    }
    return name + "s";
  }

  private static String irregular(String name, String singular, String plural) {
    int start = name.length() - singular.length();
    String first = name.substring(start, start + 1);
    return name.substring(0, start) + first + plural.substring(1);
  }
}
