package dev.jongleur.memory.plan;

import java.util.Optional;

/** What all text begins with that fits a pattern of SQL's like. */
final class Beginning {
  private Beginning() {}

  /** The pattern up to its first wildcard; empty when it begins with one. */
  static String of(String pattern) {
    var literal = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '%' || c == '_') {
        break;
      }
      boolean escapes = c == '\\' && i + 1 < pattern.length();
      literal.append(escapes ? pattern.charAt(++i) : c);
    }
    return literal.toString();
  }

  /** The first text after all that begin so; none when there is none. */
  static Optional<String> next(String beginning) {
    for (int end = beginning.length(); end > 0; end--) {
      char last = beginning.charAt(end - 1);
      if (last < Character.MAX_VALUE) {
        return Optional.of(beginning.substring(0, end - 1) + (char) (last + 1));
      }
    }
    return Optional.empty();
  }
}
