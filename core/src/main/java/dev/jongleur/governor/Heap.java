package dev.jongleur.governor;

import dev.jongleur.observer.Subscription;

/** Where a governor learns how much memory there is. */
interface Heap {
  /**
   * What was alive after collections.
   *
   * @param live in bytes; with garbage that the collections since it became so did not come to, so
   *     that it swings: a collector that works in parts leaves some each time
   * @param maximum how large the heap may become
   * @param collections how many there were, to tell a new reading from an old one
   */
  record Reading(long live, long maximum, long collections) {}

  Reading read();

  /** Calls back after each collection. What is called holds on to nothing large and is quick. */
  Subscription afterCollections(Runnable woken);
}
