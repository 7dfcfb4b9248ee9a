package dev.jongleur.query;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern as SQL's like reads it (DEVIATIONS): fits the whole text; % is any run of characters, _
 * any one, a backslash takes the next literally. Matching takes time linear in text times pattern.
 */
final class LikePattern {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] tokens;
  private final boolean ignoreCase;

  private LikePattern(int[] tokens, boolean ignoreCase) {
    this.tokens = tokens;
    this.ignoreCase = ignoreCase;
  }

  static LikePattern of(String pattern, boolean ignoreCase) {
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        tokens.add((int) pattern.charAt(++i));
      } else {
        tokens.add(c == '%' ? ANY_RUN : c == '_' ? ANY_ONE : c);
      }
    }
    return new LikePattern(tokens.stream().mapToInt(token -> token).toArray(), ignoreCase);
  }

  /** Goes forward, and back only to the last run: the usual way to match with one kind of star. */
  boolean fits(String text) {
    int at = 0;
    int token = 0;
    int run = -1;
    int runAt = 0;
    while (at < text.length()) {
      if (token < tokens.length && tokens[token] == ANY_RUN) {
        run = token++;
        runAt = at;
      } else if (token < tokens.length && fits(tokens[token], text.charAt(at))) {
        token++;
        at++;
      } else if (run >= 0) {
        token = run + 1;
        at = ++runAt;
      } else {
        return false;
      }
    }
    return onlyRunsFrom(token);
  }

  private boolean onlyRunsFrom(int token) {
    for (int i = token; i < tokens.length; i++) {
      if (tokens[i] != ANY_RUN) {
        return false;
      }
    }
    return true;
  }

  private boolean fits(int token, char c) {
    return token == ANY_ONE || token == c || ignoreCase && sameLetter((char) token, c);
  }

  private static boolean sameLetter(char a, char b) {
    char x = Character.toUpperCase(a);
    char y = Character.toUpperCase(b);
    return x == y || Character.toLowerCase(x) == Character.toLowerCase(y);
  }
}
