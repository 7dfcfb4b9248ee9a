package dev.jongleur.registry;

import dev.jongleur.definition.ModelDefinition;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes equal definitions one object (law 3): compared in full, whatever their hash. Holds them
 * weakly: a definition goes when nobody uses it. Thread-safe; a known one is found without a lock.
 */
final class Definitions {
  private final Map<Entry, Entry> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<ModelDefinition> gone = new ReferenceQueue<>();

  ModelDefinition share(ModelDefinition definition) {
    forgetGone();
    while (true) {
      Entry fresh = new Entry(definition, gone);
      Entry known = entries.putIfAbsent(fresh, fresh);
      ModelDefinition shared = known == null ? definition : known.get();
      if (shared != null) {
        return shared;
      }
      entries.remove(known);
    }
  }

  /** How many distinct definitions are in use. */
  int size() {
    forgetGone();
    return entries.size();
  }

  private void forgetGone() {
    for (Object entry = gone.poll(); entry != null; entry = gone.poll()) {
      entries.remove(entry);
    }
  }

  /** Equal to an entry of an equal definition while that lives, afterwards only to itself. */
  private static final class Entry extends WeakReference<ModelDefinition> {
    private final int hash;

    Entry(ModelDefinition definition, ReferenceQueue<ModelDefinition> gone) {
      super(definition, gone);
      this.hash = definition.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      ModelDefinition mine = get();
      ModelDefinition theirs = other instanceof Entry entry ? entry.get() : null;
      return mine != null && theirs != null && mine.equals(theirs);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
