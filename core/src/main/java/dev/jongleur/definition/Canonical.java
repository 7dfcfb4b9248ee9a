package dev.jongleur.definition;

import java.util.regex.Pattern;

/** Names in canonical text: what has a meaning there is written by its number. */
final class Canonical {
  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{Nd}_$-]");

  private Canonical() {}

  static String name(String name) {
    return isPlain(name) ? name : escaped(name);
  }

  /** Nearly every name; the others are for the pattern to judge. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_')) {
        return false;
      }
    }
    return true;
  }

  private static String escaped(String name) {
    return SPECIAL
        .matcher(name)
        .replaceAll(found -> "%" + Integer.toHexString(found.group().codePointAt(0)) + "%");
  }
}
