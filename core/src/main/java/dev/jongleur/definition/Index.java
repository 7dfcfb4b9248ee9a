package dev.jongleur.definition;

import java.util.List;

/**
 * An index of a model (F-039, F-064): declared on a property, or in the settings over several. What
 * a backend makes of one that is not unique is its own matter; a unique one is a promise, and a
 * backend that cannot keep it says so. Immutable.
 *
 * @param keys what it orders by, the first before the second
 * @param unique whether no two rows may have equal values in all keys; a row in which one of them
 *     is null or absent is equal to none
 */
public record Index(String name, List<Part> keys, boolean unique) {

  public Index {
    keys = List.copyOf(keys);
  }

  /** One of its keys: a property, or a dotted path, and the direction that was wished for. */
  public record Part(String path, boolean descending) {}

  public static Index of(String name, String... properties) {
    return new Index(name, keys(properties), false);
  }

  public static Index unique(String name, String... properties) {
    return new Index(name, keys(properties), true);
  }

  /** The paths of its keys, in order. */
  public List<String> paths() {
    return keys.stream().map(Part::path).toList();
  }

  private static List<Part> keys(String... properties) {
    return List.of(properties).stream().map(property -> new Part(property, false)).toList();
  }
}
