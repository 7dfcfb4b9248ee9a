package dev.jongleur.testkit.run;

import dev.jongleur.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/** What came is not what a case expects. */
final class Mismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST = 1500;

  Mismatch(String what) {
    super(what);
  }

  Mismatch(String what, @Nullable Object expected, @Nullable Object actual) {
    super(what + "\nexpected: " + brief(expected) + "\nactual:   " + brief(actual));
  }

  static String brief(@Nullable Object value) {
    String text = JsonWriter.text(value);
    return text.length() > MOST ? text.substring(0, MOST) + "..." : text;
  }
}
