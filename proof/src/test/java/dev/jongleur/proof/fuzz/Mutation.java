package dev.jongleur.proof.fuzz;

import java.util.Random;

/** A text with some of it spoilt, mostly not at all. */
final class Mutation {
  private static final String SPECIAL = "{}[]\",:\\/0-.eE+ \t\n%&=$_\u0000\uD800é";

  private Mutation() {}

  static String of(Random random, String text) {
    String spoilt = text;
    for (int i = random.nextInt(8) - 4; i > 0; i--) {
      spoilt = once(random, spoilt);
    }
    return spoilt;
  }

  private static String once(Random random, String text) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(12));
    String piece = text.substring(from, to);
    String put =
        switch (random.nextInt(5)) {
          case 0 -> "";
          case 1 -> piece.repeat(2);
          case 2 -> piece.repeat(1 + random.nextInt(60));
          case 3 -> String.valueOf(SPECIAL.charAt(random.nextInt(SPECIAL.length())));
          default -> new StringBuilder(piece).reverse().toString();
        };
    return text.substring(0, from) + put + text.substring(to);
  }
}
