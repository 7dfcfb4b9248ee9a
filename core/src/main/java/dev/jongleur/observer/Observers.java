package dev.jongleur.observer;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The observers of one model, after those of its base. Thread-safe: a notification runs over the
 * observers that were there when it began; subscribing and ending swap an immutable snapshot.
 */
public final class Observers {
  private static final Entry[] NOBODY = {};
  private static final Present EMPTY = Present.nobody();

  private final AtomicReference<Present> snapshot;
  private final Arounds arounds;
  private final ModelChoices choices;

  /** Those that are called first. */
  private final @Nullable Observers base;

  /**
   * One stay at one hook: the same observer may be there twice, and ended one by one.
   *
   * @param previous whether it wants to see the rows before the change
   */
  private record Entry(Observer<HookContext> observer, boolean previous) {}

  /** Who is there, by hook. Never changes. */
  private static final class Present {
    private final Entry[][] byHook;

    /** Whether one of them wants to see the rows before the change. */
    private final boolean previous;

    private Present(Entry[][] byHook, boolean previous) {
      this.byHook = byHook;
      this.previous = previous;
    }

    static Present nobody() {
      Entry[][] places = new Entry[Hook.Of.COUNT][];
      Arrays.fill(places, NOBODY);
      return new Present(places, false);
    }

    Entry[] at(int place) {
      return byHook[place];
    }

    boolean wantsPrevious(int place) {
      return Arrays.stream(at(place)).anyMatch(Entry::previous);
    }

    Present with(int place, Entry[] entries) {
      Entry[][] next = byHook.clone();
      next[place] = entries;
      List<Entry> all = Arrays.stream(next).flatMap(Arrays::stream).toList();
      return all.isEmpty() ? EMPTY : new Present(next, all.stream().anyMatch(Entry::previous));
    }
  }

  public Observers() {
    this(new AtomicReference<>(EMPTY), new Arounds(), new ModelChoices(), null);
  }

  private Observers(
      AtomicReference<Present> snapshot,
      Arounds arounds,
      ModelChoices choices,
      @Nullable Observers base) {
    this.snapshot = snapshot;
    this.arounds = arounds;
    this.choices = choices;
    this.base = base;
  }

  /** The same observers, called after others; those that these were called after come first. */
  public Observers after(Observers others) {
    Observers before = base == null ? others : base.after(others);
    return new Observers(snapshot, arounds, choices, before);
  }

  /** Adds an observer, called after those that are there. */
  public <C extends HookView> Subscription observe(Hook.Of<C> hook, Observer<? super C> observer) {
    return add(hook, context -> observer.observe(hook.view(context)));
  }

  /** Adds an observer to each of several hooks; ended at all of them at once. */
  public Subscription observe(
      Collection<? extends Hook> hooks, Observer<? super HookContext> observer) {
    List<Subscription> stays =
        hooks.stream().map(hook -> add(hook, context -> observer.observe(context))).toList();
    return () -> stays.forEach(Subscription::close);
  }

  /** Puts code around an operation, inside of what is there. */
  public <T> Subscription observeAround(Operation<T> operation, Around<T> around) {
    return arounds.add(operation, around);
  }

  /** Lets a function pick the model of each row; asked before those that are there. */
  public Subscription lookupModel(ModelChoice choice) {
    return choices.add(choice);
  }

  /** Whether anybody picks the model of a row. */
  public boolean choose() {
    return !choices.isEmpty() || base != null && base.choose();
  }

  /** The model that is picked for a row; those of the base are asked last. */
  public Optional<String> model(Map<String, ? extends @Nullable Object> row) {
    Optional<String> own = choices.model(row);
    return own.isPresent() || base == null ? own : base.model(row);
  }

  private Subscription add(Hook hook, Observer<HookContext> observer) {
    int place = number(hook);
    var entry = new Entry(observer, of(hook).wantsPrevious());
    change(place, there -> plus(there, entry));
    return () -> change(place, there -> minus(there, entry));
  }

  public boolean has(Hook hook) {
    return snapshot.get().at(number(hook)).length > 0 || base != null && base.has(hook);
  }

  /** Whether an observer of any hook wants to see the rows before the change. */
  public boolean wantPrevious() {
    return snapshot.get().previous || base != null && base.wantPrevious();
  }

  /** Whether an observer of a hook wants to see the rows before the change. */
  public boolean wantPrevious(Hook hook) {
    Present present = snapshot.get();
    boolean here = present.previous && present.wantsPrevious(number(hook));
    return here || base != null && base.wantPrevious(hook);
  }

  public boolean isEmpty() {
    return snapshot.get() == EMPTY && arounds.isEmpty() && choices.isEmpty();
  }

  /** Calls the observers of the context's hook in order; the first failure ends it. */
  public void notify(HookContext context) {
    if (base != null) {
      base.notify(context);
    }
    for (Entry entry : snapshot.get().at(number(context.hook()))) {
      entry.observer().observe(context);
    }
  }

  public void clear(Hook hook) {
    change(number(hook), _ -> NOBODY);
  }

  public void clear() {
    snapshot.set(EMPTY);
    arounds.clear();
    choices.clear();
  }

  /** Whether there is code around operations. */
  public boolean surround() {
    return !arounds.isEmpty() || base != null && base.surround();
  }

  /** Work with the code around its operation: that of the base outside. */
  public <T> Supplier<T> surrounded(Operation<T> operation, Occasion occasion, Supplier<T> work) {
    Supplier<T> inner = arounds.surrounded(operation, occasion, work);
    return base == null ? inner : base.surrounded(operation, occasion, inner);
  }

  private void change(int place, UnaryOperator<Entry[]> how) {
    snapshot.updateAndGet(old -> old.with(place, how.apply(old.at(place))));
  }

  private static Entry[] plus(Entry[] there, Entry entry) {
    Entry[] more = Arrays.copyOf(there, there.length + 1);
    more[there.length] = entry;
    return more;
  }

  private static Entry[] minus(Entry[] there, Entry entry) {
    return Arrays.stream(there).filter(other -> other != entry).toArray(Entry[]::new);
  }

  private static Hook.Of<?> of(Hook hook) {
    return (Hook.Of<?>) hook; // it is sealed, and there are no others
  }

  private static int number(Hook hook) {
    return of(hook).number();
  }
}
