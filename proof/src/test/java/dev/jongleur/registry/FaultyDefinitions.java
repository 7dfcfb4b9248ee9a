package dev.jongleur.registry;

import dev.jongleur.definition.ModelDefinition;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Built as {@link Definitions} is, but for one fault. */
final class FaultyDefinitions implements DefinitionsRace.Sharing {
  private final Fault fault;
  private final Map<Entry, Entry> entries = new ConcurrentHashMap<>();
  private final ReferenceQueue<ModelDefinition> gone = new ReferenceQueue<>();

  FaultyDefinitions(Fault fault) {
    this.fault = fault;
  }

  enum Fault {
    NONE,
    /** Looks whether there is an equal one, and puts its own afterwards. */
    READS_THEN_WRITES,
    /** Puts its own in the place of one that is gone, whoever else did so meanwhile. */
    REPLACES_WHAT_IS_GONE,
    /** Forgets what stands under the name of one that is gone, not the one that is gone. */
    FORGETS_ITS_SUCCESSOR
  }

  @Override
  public ModelDefinition share(ModelDefinition definition) {
    forgetGone();
    while (true) {
      Entry fresh = new Entry(definition, gone);
      Entry known = put(fresh);
      ModelDefinition shared = known == null ? definition : known.get();
      if (shared != null) {
        return shared;
      }
      if (fault == Fault.REPLACES_WHAT_IS_GONE) {
        entries.remove(known);
        entries.put(fresh, fresh);
        return definition;
      }
      entries.remove(fault == Fault.FORGETS_ITS_SUCCESSOR ? fresh : known);
    }
  }

  private @Nullable Entry put(Entry fresh) {
    if (fault == Fault.READS_THEN_WRITES) {
      Entry known = entries.get(fresh);
      if (known == null) {
        entries.put(fresh, fresh);
      }
      return known;
    }
    return entries.putIfAbsent(fresh, fresh);
  }

  @Override
  public int size() {
    forgetGone();
    return entries.size();
  }

  @Override
  public Set<? extends Reference<?>> references() {
    return entries.keySet();
  }

  private void forgetGone() {
    for (Object entry = gone.poll(); entry != null; entry = gone.poll()) {
      entries.remove(entry);
    }
  }

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
