package dev.jongleur.definition;

import java.util.regex.Pattern;

/** Names in canonical text: what has a meaning there is written by its number. */
final class Canonical {
  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{Nd}_$-]");

  private Canonical() {}

  static String name(String name) {
    return SPECIAL
        .matcher(name)
        .replaceAll(found -> "%" + Integer.toHexString(found.group().codePointAt(0)) + "%");
  }
}
