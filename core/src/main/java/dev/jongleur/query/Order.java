package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One key to sort by (F-208); the path may be dotted. */
public record Order(String path, boolean descending) {

  /** Reads {@code "name"} or {@code "name DESC"}, several joined by commas. */
  public static List<Order> parse(String text) {
    var keys = new ArrayList<Order>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        keys.add(one(part.strip()));
      }
    }
    return keys;
  }

  private static Order one(String text) {
    String[] words = text.split("\\s+");
    if (words.length == 1) {
      return new Order(words[0], false);
    }
    return switch (words[1].toUpperCase(Locale.ROOT)) {
      case "ASC" -> new Order(words[0], false);
      case "DESC" -> new Order(words[0], true);
      default ->
          throw new QueryException("The order \"" + text + "\" has a direction but ASC or DESC.");
    };
  }

  @Override
  public String toString() {
    return path + (descending ? " DESC" : " ASC");
  }
}
