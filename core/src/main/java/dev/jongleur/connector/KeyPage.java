package dev.jongleur.connector;

import java.util.List;

/**
 * Some of the keys of a space. Immutable.
 *
 * @param keys may be none though it is not the last page
 * @param next where the next page begins, in the connector's own words; {@link #END} on the last
 */
public record KeyPage(List<String> keys, String next) {
  /** Where the first page begins. */
  public static final String BEGIN = "";

  /** What comes after the last page. */
  public static final String END = "";

  public KeyPage {
    keys = List.copyOf(keys);
  }

  public boolean isLast() {
    return next.equals(END);
  }
}
