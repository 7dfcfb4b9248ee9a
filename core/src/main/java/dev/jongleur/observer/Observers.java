package dev.jongleur.observer;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The observers of one model, after those of its base. Thread-safe: a notification runs over the
 * observers that were there when it began; subscribing and ending swap an immutable snapshot.
 */
public final class Observers {
  private final AtomicReference<Map<Hook, List<Observer>>> snapshot;

  /** Those that are called first. */
  private final @Nullable Observers base;

  public Observers() {
    this(new AtomicReference<>(Map.of()), null);
  }

  private Observers(AtomicReference<Map<Hook, List<Observer>>> snapshot, @Nullable Observers base) {
    this.snapshot = snapshot;
    this.base = base;
  }

  /** The same observers, called after those of a base model (F-349). */
  public Observers after(Observers others) {
    return new Observers(snapshot, others);
  }

  /** Adds an observer, called after those that are there. */
  public Subscription observe(Hook hook, Observer observer) {
    // One entry per call: the same observer may be subscribed twice and ended one by one.
    Observer entry = context -> observer.observe(context);
    snapshot.updateAndGet(old -> plus(old, hook, entry));
    return () -> snapshot.updateAndGet(old -> minus(old, hook, entry));
  }

  public boolean has(Hook hook) {
    return snapshot.get().containsKey(hook) || base != null && base.has(hook);
  }

  public boolean isEmpty() {
    return snapshot.get().isEmpty();
  }

  /** Calls the observers of the context's hook in order; the first failure ends it. */
  public void notify(HookContext context) {
    if (base != null) {
      base.notify(context);
    }
    for (Observer observer : snapshot.get().getOrDefault(context.hook(), List.of())) {
      observer.observe(context);
    }
  }

  public void clear(Hook hook) {
    snapshot.updateAndGet(old -> {
      var next = copy(old);
      next.remove(hook);
      return next;
    });
  }

  public void clear() {
    snapshot.set(Map.of());
  }

  private static Map<Hook, List<Observer>> plus(
      Map<Hook, List<Observer>> old, Hook hook, Observer entry) {
    var next = copy(old);
    next.put(
        hook, Stream.concat(old.getOrDefault(hook, List.of()).stream(), Stream.of(entry)).toList());
    return next;
  }

  private static Map<Hook, List<Observer>> minus(
      Map<Hook, List<Observer>> old, Hook hook, Observer entry) {
    var next = copy(old);
    List<Observer> left =
        old.getOrDefault(hook, List.of()).stream().filter(other -> other != entry).toList();
    if (left.isEmpty()) {
      next.remove(hook);
    } else {
      next.put(hook, left);
    }
    return next;
  }

  private static EnumMap<Hook, List<Observer>> copy(Map<Hook, List<Observer>> old) {
    return old.isEmpty() ? new EnumMap<>(Hook.class) : new EnumMap<>(old);
  }
}
