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
 * @param kind what it is good for
 */
public record Index(String name, List<Part> keys, boolean unique, Kind kind) {

  public Index {
    keys = List.copyOf(keys);
  }

  /** An ordered one. */
  public Index(String name, List<Part> keys, boolean unique) {
    this(name, keys, unique, Kind.ORDERED);
  }

  /** What an index is good for; a backend that has one kind only makes that. */
  public enum Kind {
    /** Equality, ranges, the beginnings of text, and order. */
    ORDERED,
    /** Equality in all keys, in one step however many rows there are; nothing else. */
    HASH
  }

  /** One of its keys: a property, or a dotted path, and the direction that was wished for. */
  public record Part(String path, boolean descending) {}

  public static Index of(String name, String... properties) {
    return new Index(name, keys(properties), false);
  }

  public static Index unique(String name, String... properties) {
    return new Index(name, keys(properties), true);
  }

  public static Index hash(String name, String... properties) {
    return new Index(name, keys(properties), false, Kind.HASH);
  }

  public boolean isHash() {
    return kind == Kind.HASH;
  }

  /** The paths of its keys, in order. */
  public List<String> paths() {
    return keys.stream().map(Part::path).toList();
  }

  private static List<Part> keys(String... properties) {
    return List.of(properties).stream().map(property -> new Part(property, false)).toList();
  }
}
