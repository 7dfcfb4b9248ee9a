package dev.jongleur.query;

/**
 * Text as it is to who ignores case: letter by letter, as {@code ilike} does it, in no language.
 */
public final class FoldedText {
  private FoldedText() {}

  public static String of(String text) {
    int at = 0;
    while (at < text.length() && folded(text.charAt(at)) == text.charAt(at)) {
      at++;
    }
    return at == text.length() ? text : folded(text);
  }

  private static String folded(String text) {
    var folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      folded.append(folded(text.charAt(i)));
    }
    return folded.toString();
  }

  private static char folded(char letter) {
    return Character.toLowerCase(Character.toUpperCase(letter));
  }
}
