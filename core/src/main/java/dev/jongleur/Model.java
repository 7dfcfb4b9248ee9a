package dev.jongleur;

import dev.jongleur.observer.Around;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookContext;
import dev.jongleur.observer.HookView;
import dev.jongleur.observer.ModelChoice;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Operation;
import dev.jongleur.observer.Subscription;
import dev.jongleur.query.Options;
import java.util.Collection;

/**
 * A definition bound to a data source or a tenant: the handle that has the operations. Cheap,
 * immutable and thread-safe. Every operation blocks; each takes options last, or none.
 *
 * <p>All operations raise {@link dev.jongleur.error.QueryException} for a filter that cannot be
 * asked, {@link dev.jongleur.error.ClosedException} after its owner was closed, and what the store
 * raises; those that store raise {@link dev.jongleur.error.ValidationException}.
 */
public final class Model extends Writing {
  Model(ModelSource source) {
    super(source, false);
  }

  private Model(ModelSource source, boolean unscoped) {
    super(source, unscoped);
  }

  /**
   * The same model, past its default scope: sees every row, those that were deleted softly too, and
   * deletes for good. For programs, not for what a user asks for. A single call does the same by
   * its option {@code unscoped}.
   */
  public Model unscoped() {
    return new Model(source(), true);
  }

  /**
   * Calls an observer at a hook until its subscription is closed, or the owner. Nobody has to hold
   * the subscription: one that is dropped leaves the observer where it is.
   */
  public <C extends HookView> Subscription observe(Hook.Of<C> hook, Observer<? super C> observer) {
    return source().with(model -> model.observers().observe(hook, observer));
  }

  /** The same for one observer at several hooks. */
  public Subscription observe(
      Collection<? extends Hook> hooks, Observer<? super HookContext> observer) {
    return source().with(model -> model.observers().observe(hooks, observer));
  }

  /**
   * Calls an observer for as long as somebody holds the subscription, which closes it in the end.
   * One that is dropped instead is found, ended and reported; until then the observer is called.
   */
  public <C extends HookView> Subscription observeWhileHeld(
      Hook.Of<C> hook, Observer<? super C> observer) {
    return source().with(model -> model.observeWhileHeld(hook, observer));
  }

  /**
   * Puts code around an operation until its subscription is closed, or the owner; inside of what is
   * there. It sees the failure of the operation, hooks and all, and may return something else.
   */
  public <T> Subscription observeAround(Operation<T> operation, Around<T> around) {
    return source().with(model -> model.observers().observeAround(operation, around));
  }

  /**
   * Lets a function pick the model of each row, among the sub-models of this one, until its
   * subscription is closed, or the owner (F-330). Rows that are read are entities of the model that
   * is picked; data is stored by it, with its defaults, rules and observers, and so is such an
   * entity. The rows have to lie together: in memory by the setting {@code memory: {collection}}.
   */
  public Subscription lookupModel(ModelChoice choice) {
    return source().with(model -> model.observers().lookupModel(choice));
  }

  public void clearObservers(Hook hook) {
    var _ =
        source()
            .with(model -> {
              model.observers().clear(hook);
              return hook;
            });
  }

  /**
   * Begins a transaction where this model is stored (F-370).
   *
   * @param options as for {@link DataSource#beginTransaction(Options)}
   */
  public Transaction beginTransaction(Options options) {
    return new Transaction(source().with(model -> model.begin(options)), this);
  }

  public Transaction beginTransaction() {
    return beginTransaction(Options.NONE);
  }

  @Override
  public String toString() {
    return "Model " + name();
  }
}
