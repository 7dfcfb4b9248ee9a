package dev.jongleur.proof.fuzz;

import java.util.List;
import java.util.Random;

/** Patterns of keys by chance, and keys that look like them. */
final class KeyPatterns {
  private static final List<String> SIGNS =
      List.of(
          "*", "*", "*", "?", "**", "/", "/", "[a-c]", "[^a]", "[!a-]", "[]]", "[\\]]", "[c-a]");

  private static final List<String> TEXTS =
      List.of("a", "a", "b", "ab", "user", ":", "7", "é", "😀", "\uD800", "\u0000", "\n", " ", ".");

  private static final List<String> ODD =
      List.of(
          "[", "]", "!", "^", "\\", "-", "{a,b}", "+(a)", "(a+)+$", ".*", "[a/b]", "\\E", "\\/");

  private KeyPatterns() {}

  static String text(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(
          one(random, random.nextInt(3) == 0 ? TEXTS : random.nextInt(5) == 0 ? ODD : SIGNS));
    }
    if (random.nextInt(20) == 0) {
      text.append(one(random, SIGNS).repeat(random.nextInt(1_100)));
    }
    return Mutation.of(random, text.toString());
  }

  /** A key: mostly of plain texts, so that patterns find some. */
  static String key(Random random) {
    var key = new StringBuilder();
    for (int i = random.nextInt(5); i >= 0; i--) {
      key.append(one(random, random.nextInt(8) == 0 ? ODD : TEXTS));
      key.append(random.nextInt(4) == 0 ? "/" : "");
    }
    return key.toString();
  }

  private static String one(Random random, List<String> all) {
    return all.get(random.nextInt(all.size()));
  }
}
