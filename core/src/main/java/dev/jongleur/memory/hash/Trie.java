package dev.jongleur.memory.hash;

import org.jspecify.annotations.Nullable;

/**
 * Values under keys, in no order. Immutable: a change makes another trie and copies the few nodes
 * on the way to it. Keys are told apart by {@code equals} and {@code hashCode}.
 */
public final class Trie<V> {
  private static final Trie<?> EMPTY = new Trie<>(null);

  private final @Nullable Node root;

  private Trie(@Nullable Node root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked") // it has no value of any type
  public static <V> Trie<V> empty() {
    return (Trie<V>) EMPTY;
  }

  /** The value under a key; null when there is none. */
  @SuppressWarnings("unchecked") // only values of V were put in
  public @Nullable V get(Object key) {
    return root == null ? null : (V) root.get(key, hash(key), 0);
  }

  /** With this value under this key, in the place of another if there is one. */
  public Trie<V> with(Object key, V value) {
    var entry = new Single(key, hash(key), value);
    return new Trie<>(root == null ? entry : root.with(entry, 0));
  }

  /** Without what is under this key. */
  public Trie<V> without(Object key) {
    Node rest = root == null ? null : root.without(key, hash(key), 0);
    return rest == root ? this : rest == null ? empty() : new Trie<>(rest);
  }

  /** Spread, since many hash codes differ in their high bits only. */
  private static int hash(Object key) {
    int hash = key.hashCode() * 0x9E3779B9;
    return hash ^ hash >>> 16;
  }
}
