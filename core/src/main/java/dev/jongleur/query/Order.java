package dev.jongleur.query;

import dev.jongleur.error.QueryException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One key to sort by (F-208); the path may be dotted.
 *
 * @param ignoreCase whether text that differs only in upper and lower case is alike to it
 */
public record Order(String path, boolean descending, boolean ignoreCase) {
  /** The word in text that LoopBack's filters never have there. */
  private static final String IGNORE_CASE = "ignoreCase";

  public Order(String path, boolean descending) {
    this(path, descending, false);
  }

  /**
   * Reads {@code "name"}, {@code "name DESC"} or {@code "name DESC ignoreCase"}, several joined by
   * commas.
   */
  public static List<Order> parse(String text) {
    var keys = new ArrayList<Order>();
    for (String part : text.split(",", -1)) {
      if (!part.isBlank()) {
        keys.add(one(part.strip()));
      }
    }
    return keys;
  }

  /** Reads {@code {"property": "name", "direction": "DESC", "ignoreCase": true}}. */
  static Order read(Map<?, ?> raw) {
    for (Object key : raw.keySet()) {
      if (!List.of("property", "direction", IGNORE_CASE).contains(String.valueOf(key))) {
        throw new QueryException(
            "A key of an order has property, direction and ignoreCase, no "
                + FilterReader.shown(key)
                + ".");
      }
    }
    if (!(raw.get("property") instanceof String path) || path.isBlank()) {
      throw new QueryException("A key of an order names its property.");
    }
    Object direction = raw.get("direction");
    boolean descending =
        !FilterReader.isNone(direction) && isDescending(path, String.valueOf(direction));
    return new Order(path, descending, FilterReader.isTrue(raw.get(IGNORE_CASE)));
  }

  private static Order one(String text) {
    String[] words = text.split("\\s+");
    if (words.length == 1 || words[1].equalsIgnoreCase(IGNORE_CASE)) {
      return new Order(words[0], false, words.length > 1);
    }
    boolean ignoreCase = words.length > 2 && words[2].equalsIgnoreCase(IGNORE_CASE);
    return new Order(words[0], isDescending(text, words[1]), ignoreCase);
  }

  private static boolean isDescending(String text, String direction) {
    return switch (direction.toUpperCase(Locale.ROOT)) {
      case "ASC" -> false;
      case "DESC" -> true;
      default ->
          throw new QueryException("The order \"" + text + "\" has a direction but ASC or DESC.");
    };
  }

  @Override
  public String toString() {
    return path + (descending ? " DESC" : " ASC") + (ignoreCase ? " " + IGNORE_CASE : "");
  }
}
