package dev.jongleur.governor;

import dev.jongleur.observer.Subscription;

/** Where a governor learns how much memory there is. */
interface Heap {
  /**
   * What was alive after collections.
   *
   * @param live in bytes; garbage that no collection came to yet is not in it
   * @param maximum how large the heap may become
   * @param collections how many there were, to tell a new reading from an old one
   */
  record Reading(long live, long maximum, long collections) {}

  Reading read();

  /** Calls back after each collection. What is called holds on to nothing large and is quick. */
  Subscription afterCollections(Runnable woken);
}
