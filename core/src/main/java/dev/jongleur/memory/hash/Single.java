package dev.jongleur.memory.hash;

import org.jspecify.annotations.Nullable;

/** One value under one key. */
record Single(Object key, int hash, Object value) implements Node {
  boolean has(Object other, int otherHash) {
    return hash == otherHash && key.equals(other);
  }

  @Override
  public @Nullable Object get(Object other, int otherHash, int shift) {
    return has(other, otherHash) ? value : null;
  }

  @Override
  public Node with(Single entry, int shift) {
    if (has(entry.key, entry.hash)) {
      return entry;
    }
    return hash == entry.hash ? Clash.of(this, entry) : Branch.of(this, hash, entry, shift);
  }

  @Override
  public @Nullable Node without(Object other, int otherHash, int shift) {
    return has(other, otherHash) ? null : this;
  }
}
