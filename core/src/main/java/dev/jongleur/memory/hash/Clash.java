package dev.jongleur.memory.hash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of different keys whose hash is the same; two at least. */
record Clash(int hash, List<Single> entries) implements Node {
  Clash {
    entries = List.copyOf(entries);
  }

  static Clash of(Single one, Single other) {
    return new Clash(one.hash(), List.of(one, other));
  }

  @Override
  public @Nullable Object get(Object key, int otherHash, int shift) {
    for (Single entry : entries) {
      if (entry.has(key, otherHash)) {
        return entry.value();
      }
    }
    return null;
  }

  @Override
  public Node with(Single entry, int shift) {
    if (entry.hash() != hash) {
      return Branch.of(this, hash, entry, shift);
    }
    var more = new ArrayList<>(entries);
    more.removeIf(other -> other.has(entry.key(), hash));
    more.add(entry);
    return new Clash(hash, more);
  }

  @Override
  public Node without(Object key, int otherHash, int shift) {
    var rest = new ArrayList<>(entries);
    if (!rest.removeIf(entry -> entry.has(key, otherHash))) {
      return this;
    }
    return rest.size() == 1 ? rest.getFirst() : new Clash(hash, rest);
  }
}
