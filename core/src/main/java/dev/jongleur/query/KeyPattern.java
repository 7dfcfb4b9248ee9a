package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.List;

/**
 * Which keys are meant (F-384, F-396): {@code *} is any run of characters but {@code /}, {@code ?}
 * any one but {@code /}, {@code [ab]}, {@code [a-c]} and {@code [^a]} one of a set, a backslash
 * takes the next character literally; everything else is itself. A {@code !} in front means all
 * keys that do not fit the rest. A part between slashes that is only stars takes at least one
 * character.
 *
 * <p>Immutable. Matching takes time in proportion to the length of the key times that of the
 * pattern at worst: nothing before the last run is tried twice.
 */
public final class KeyPattern {
  /** Every key. */
  public static final KeyPattern ALL = new KeyPattern("", false, List.of());

  /** The longest a pattern may be. */
  public static final int MOST = 1_024;

  private final String text;
  private final boolean negated;
  private final List<KeyPart> parts;

  private KeyPattern(String text, boolean negated, List<KeyPart> parts) {
    this.text = text;
    this.negated = negated;
    this.parts = parts;
  }

  /**
   * Reads a pattern; an empty one is {@link #ALL}.
   *
   * @throws QueryException when it is longer than {@link #MOST}
   */
  public static KeyPattern of(String text) {
    if (text.isEmpty()) {
      return ALL;
    }
    if (text.length() > MOST) {
      throw new QueryException("A pattern of keys has at most " + MOST + " characters.");
    }
    int start = 0;
    while (start < text.length() && text.charAt(start) == '!') {
      start++;
    }
    // Two of them mean what none means.
    return new KeyPattern(text, start % 2 == 1, new KeyPatternReader(text, start).read());
  }

  public boolean matches(String key) {
    return parts.isEmpty() || fits(key) != negated;
  }

  /** What every key that fits begins with; empty where they begin in many ways. */
  public String prefix() {
    if (negated || parts.isEmpty()) {
      return "";
    }
    var prefix = new StringBuilder();
    for (KeyPart part : parts) {
      prefix.append(part.literalStart());
      if (!part.isLiteral()) {
        return prefix.toString();
      }
      prefix.append('/');
    }
    return prefix.substring(0, prefix.length() - 1);
  }

  private boolean fits(String key) {
    int from = 0;
    for (int i = 0; i < parts.size(); i++) {
      boolean isLast = i == parts.size() - 1;
      int slash = key.indexOf('/', from);
      if (isLast != slash < 0) {
        return false;
      }
      int end = isLast ? key.length() : slash;
      if (!parts.get(i).matches(key, from, end)) {
        return false;
      }
      from = end + 1;
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
