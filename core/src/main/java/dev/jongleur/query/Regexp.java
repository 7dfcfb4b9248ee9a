package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A regular expression with JavaScript's flags (F-220). Fits text when it is found anywhere in it.
 *
 * @param flags of i, g and m; g means nothing here
 */
public record Regexp(String pattern, String flags) {
  /** More steps than any sensible pattern needs on one value. */
  private static final int STEPS = 1_000_000;

  /** Repeats of nothing look at no text; their number is bounded by itself. */
  private static final double REPEATS = 1_000_000;

  private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)");

  public Regexp {
    if (repeats(pattern) > REPEATS) {
      throw new QueryException("The pattern \"" + brief(pattern) + "\" repeats too often.");
    }
    if (!flags.matches("[igm]*")) {
      throw new QueryException("The flags of a pattern are i, g and m, not \"" + flags + "\".");
    }
    try {
      var _ = Pattern.compile(pattern);
    } catch (PatternSyntaxException | StackOverflowError e) {
      throw new QueryException("The pattern \"" + brief(pattern) + "\" cannot be read.");
    }
  }

  /** Reads {@code /pattern/flags}, or a bare pattern. */
  public static Regexp of(String text) {
    int end = text.lastIndexOf('/');
    return text.length() > 1 && text.startsWith("/") && end > 0
        ? new Regexp(text.substring(1, end), text.substring(end + 1))
        : new Regexp(text, "");
  }

  /** A compiled form; safe to share. */
  public Pattern compile() {
    int mode = flags.contains("i") ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
    return Pattern.compile(pattern, flags.contains("m") ? mode | Pattern.MULTILINE : mode);
  }

  /**
   * Whether a compiled pattern is found in text.
   *
   * @throws QueryException when the pattern backtracks without end
   */
  public static boolean found(Pattern compiled, String text) {
    try {
      return compiled.matcher(new CountedText(text, STEPS)).find();
    } catch (StackOverflowError e) {
      throw new QueryException("The pattern \"" + brief(compiled.pattern()) + "\" is too complex.");
    }
  }

  /** How often the innermost part is repeated at least, if all repeats lie within each other. */
  private static double repeats(String pattern) {
    return REPEAT
        .matcher(pattern)
        .results()
        .mapToDouble(found -> Math.max(1, Double.parseDouble(found.group(1))))
        .reduce(1, (a, b) -> a * b);
  }

  private static String brief(String pattern) {
    return pattern.length() > 60 ? pattern.substring(0, 60) + "..." : pattern;
  }
}
