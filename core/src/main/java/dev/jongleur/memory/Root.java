package dev.jongleur.memory;

import dev.jongleur.memory.collection.Collection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * All collections of a partition at one moment: what was committed together is seen together.
 * Immutable; a change copies one short array.
 */
final class Root {
  static final Root EMPTY = new Root(Map.of(), new Collection[0]);

  private final Map<String, Integer> places;
  private final Collection[] collections;

  private Root(Map<String, Integer> places, Collection[] collections) {
    this.places = places;
    this.collections = collections;
  }

  Optional<Collection> find(String name) {
    Integer place = places.get(name);
    return place == null ? Optional.empty() : Optional.of(collections[place]);
  }

  Root with(String name, Collection collection) {
    Integer place = places.get(name);
    return place == null ? withNew(name, collection) : at(place, collection);
  }

  private Root at(int place, Collection collection) {
    Collection[] copy = collections.clone();
    copy[place] = collection;
    return new Root(places, copy);
  }

  private Root withNew(String name, Collection collection) {
    var more = new HashMap<>(places);
    more.put(name, collections.length);
    Collection[] copy = Arrays.copyOf(collections, collections.length + 1);
    copy[collections.length] = collection;
    return new Root(Map.copyOf(more), copy);
  }

  boolean isEmpty() {
    return collections.length == 0;
  }

  /** How many rows there are in all. */
  long rows() {
    long rows = 0;
    for (Collection collection : collections) {
      rows += collection.size();
    }
    return rows;
  }

  void each(BiConsumer<String, Collection> use) {
    places.forEach((name, place) -> use.accept(name, collections[place]));
  }

  Iterable<Collection> all() {
    return java.util.List.of(collections);
  }
}
