package dev.jongleur.observer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A place in an operation where observers are called (section 36 of the features). Each has a
 * context of its own type, which says what is there to be seen and what may be replaced.
 */
public sealed interface Hook permits Hook.Of {
  /** Before rows are asked for, to be read, changed or removed: the question may be narrowed. */
  Of<AccessContext> ACCESS = new Of<>(0, "access", AccessContext::new, false);

  /** Before something is validated and stored: what is to be stored may be changed. */
  Of<SaveContext> BEFORE_SAVE = new Of<>(1, "before save", SaveContext::new, false);

  /** Just before something is stored: what is stored may be changed, not what is returned. */
  Of<PersistContext> PERSIST = new Of<>(2, "persist", PersistContext::new, false);

  /** After something came from the store: what is seen of it may be changed. */
  Of<LoadedContext> LOADED = new Of<>(3, "loaded", LoadedContext::new, false);

  /** After something was stored. */
  Of<SavedContext> AFTER_SAVE = new Of<>(4, "after save", SavedContext::new, false);

  /** Before rows are removed: which ones may be changed. */
  Of<DeleteContext> BEFORE_DELETE = new Of<>(5, "before delete", DeleteContext::new, false);

  /** After rows were removed. */
  Of<DeletedContext> AFTER_DELETE = new Of<>(6, "after delete", DeletedContext::new, false);

  /** LoopBack's name: {@code before save}. */
  String label();

  /** All hooks, in the order in which an operation comes to them. */
  static List<Hook> all() {
    return List.of(ACCESS, BEFORE_SAVE, PERSIST, LOADED, AFTER_SAVE, BEFORE_DELETE, AFTER_DELETE);
  }

  /** The hook that LoopBack calls so. */
  static Optional<Hook> named(String label) {
    return all().stream().filter(hook -> hook.label().equals(label)).findFirst();
  }

  /** A hook with the type of its context. Immutable. */
  final class Of<C extends HookView> implements Hook {
    static final int COUNT = 7;

    private final int number;
    private final String label;
    private final Function<HookContext, C> view;
    private final boolean previous;

    private Of(int number, String label, Function<HookContext, C> view, boolean previous) {
      this.number = number;
      this.label = label;
      this.view = view;
      this.previous = previous;
    }

    /**
     * The hook, for an observer that wants to see the rows as they were before the change. They are
     * read only when somebody observes so.
     */
    public Of<C> withPrevious() {
      return new Of<>(number, label, view, true);
    }

    @Override
    public String label() {
      return label;
    }

    int number() {
      return number;
    }

    boolean wantsPrevious() {
      return previous;
    }

    C view(HookContext context) {
      return view.apply(context);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Of<?> that && number == that.number && previous == that.previous;
    }

    @Override
    public int hashCode() {
      return number;
    }

    @Override
    public String toString() {
      return previous ? label + " with previous" : label;
    }
  }
}
