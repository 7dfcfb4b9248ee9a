package dev.jongleur.proof.fuzz;

import dev.jongleur.json.JsonWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** JSON by chance, made of words that mean something where it is read. */
final class Json {
  private static final List<String> ODD =
      List.of(
          "",
          " ",
          ".",
          "..",
          "a.",
          "0",
          "-1",
          "1e400",
          "NaN",
          "null",
          "true",
          "__proto__",
          "constructor",
          "toString",
          "$gt",
          "\\",
          "%",
          "%25",
          "'\"",
          "[",
          "]",
          "{}",
          "[]",
          "\u0000",
          "\uD800",
          "\uFFFF",
          "é",
          "😀",
          "(",
          "(a+)+$",
          "/x/i",
          "2026-01-31",
          "2026-13-45T99:99",
          "1,2",
          "99,999",
          "x".repeat(300));

  private final Random random;
  private final List<String> words;

  Json(Random random, List<String> words) {
    this.random = random;
    this.words = words;
  }

  /** The text of any value; now and then broken. */
  static String text(Random random, List<String> words) {
    return Mutation.of(random, JsonWriter.text(new Json(random, words).value(4)));
  }

  @Nullable Object value(int depth) {
    return switch (random.nextInt(depth > 0 ? 10 : 6)) {
      case 0 -> null;
      case 1 -> random.nextBoolean();
      case 2 -> number();
      case 3, 4 -> word();
      case 5 -> odd();
      case 6, 7, 8 -> object(depth - 1);
      default -> list(depth - 1);
    };
  }

  Map<String, @Nullable Object> object(int depth) {
    var map = new LinkedHashMap<String, @Nullable Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      map.put(random.nextInt(12) == 0 ? odd() : word(), value(depth));
    }
    return map;
  }

  List<@Nullable Object> list(int depth) {
    var list = new ArrayList<@Nullable Object>();
    for (int i = random.nextInt(4); i > 0; i--) {
      list.add(value(depth));
    }
    return list;
  }

  String word() {
    return one(words);
  }

  String odd() {
    return one(ODD);
  }

  Object number() {
    return one(List.<Object>of(0L, 1L, -1L, 5L, 1.5, 100L, 1e21, -0.0, 9007199254740993L, 1e-320));
  }

  <T> T one(List<? extends T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
