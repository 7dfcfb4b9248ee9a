package dev.jongleur.json;

import org.jspecify.annotations.Nullable;

/** Somebody's input as a message may repeat it: quoted, and never more than 60 characters. */
final class Shown {
  private static final int MOST = 60;

  private Shown() {}

  static String of(@Nullable Object value) {
    return "\"" + brief(String.valueOf(value)) + "\"";
  }

  static String brief(String text) {
    return text.length() > MOST ? text.substring(0, MOST - 3) + "..." : text;
  }
}
