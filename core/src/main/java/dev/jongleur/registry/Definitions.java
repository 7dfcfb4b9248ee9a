package dev.jongleur.registry;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Shape;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Makes equal definitions one object (law 3): compared in full, whatever their hash. Holds them
 * weakly: a definition goes when nobody uses it. Thread-safe; a known one is found without a lock
 * and without a copy. Bounded by the definitions in use.
 */
final class Definitions {
  private final Map<Object, Entry> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<ModelDefinition> gone = new ReferenceQueue<>();
  private final ShapeCount shapes = new ShapeCount();
  private final LongAdder properties = new LongAdder();
  private final LongAdder calls = new LongAdder();
  private final LongAdder known = new LongAdder();

  ModelDefinition share(ModelDefinition definition) {
    forgetGone();
    calls.increment();
    Entry entry = entries.get(new Sought(definition));
    ModelDefinition shared = entry == null ? null : entry.get();
    if (shared == null) {
      return add(definition);
    }
    known.increment();
    return shared;
  }

  private ModelDefinition add(ModelDefinition definition) {
    Entry fresh = new Entry(definition, gone);
    while (true) {
      Entry other = entries.putIfAbsent(fresh, fresh);
      ModelDefinition shared = other == null ? definition : other.get();
      if (other == null) {
        shapes.add(fresh.shape);
        properties.add(fresh.shape.size());
      }
      if (shared != null) {
        return shared;
      }
      forget(other);
    }
  }

  /** How many distinct definitions are in use. */
  int size() {
    forgetGone();
    return entries.size();
  }

  /** How many distinct shapes they have. */
  int shapes() {
    forgetGone();
    return shapes.distinct();
  }

  /** How many properties they have together. */
  long properties() {
    forgetGone();
    return properties.sum();
  }

  /** How often a definition was to be shared. */
  long calls() {
    return calls.sum();
  }

  /** How often an equal one was known. */
  long known() {
    return known.sum();
  }

  private void forgetGone() {
    for (Object entry = gone.poll(); entry != null; entry = gone.poll()) {
      forget((Entry) entry);
    }
  }

  private void forget(Entry entry) {
    if (entries.remove(entry, entry)) {
      shapes.remove(entry.shape);
      properties.add(-entry.shape.size());
    }
  }

  /** Asks for the entry of an equal definition; costs no reference. */
  private record Sought(ModelDefinition definition) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry entry && entry.isOf(definition);
    }

    @Override
    public int hashCode() {
      return definition.hashCode();
    }
  }

  /** Equal to an entry of an equal definition while that lives, afterwards only to itself. */
  private static final class Entry extends WeakReference<ModelDefinition> {
    private final int hash;
    private final Shape shape;

    Entry(ModelDefinition definition, ReferenceQueue<ModelDefinition> gone) {
      super(definition, gone);
      this.hash = definition.hashCode();
      this.shape = definition.shape();
    }

    boolean isOf(ModelDefinition definition) {
      ModelDefinition mine = hash == definition.hashCode() ? get() : null;
      return mine != null && mine.equals(definition);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      ModelDefinition theirs = other instanceof Entry entry ? entry.get() : null;
      return theirs != null && isOf(theirs);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
