package dev.jongleur.memory.hash;

import org.jspecify.annotations.Nullable;

/** A node of a trie: one entry, several of one hash, or a branch. Never changes, never empty. */
sealed interface Node permits Single, Clash, Branch {
  /**
   * The value under a key.
   *
   * @param shift how many bits of the hash were used up on the way
   */
  @Nullable Object get(Object key, int hash, int shift);

  /** With an entry, in the place of one with an equal key if there is one. */
  Node with(Single entry, int shift);

  /** Without the entry of a key; itself when it has none, null when nothing is left. */
  @Nullable Node without(Object key, int hash, int shift);
}
