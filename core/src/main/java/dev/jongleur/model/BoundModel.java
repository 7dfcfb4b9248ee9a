package dev.jongleur.model;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.ClosedException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.HookView;
import dev.jongleur.observer.Observer;
import dev.jongleur.observer.Observers;
import dev.jongleur.observer.Subscription;
import dev.jongleur.operation.call.Ambient;
import dev.jongleur.operation.call.Binding;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Options;
import dev.jongleur.registry.OpenedStore;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One model of one owner. The definition may be swapped; a call in flight goes on with the one it
 * began with.
 */
public final class BoundModel implements Binding {
  private final ModelSpace space;
  private final OpenedStore opened;
  private final Observers observers;
  private final ReentrantLock turn = new ReentrantLock();
  private final ReentrantLock preparing = new ReentrantLock();
  private volatile ModelDefinition definition;

  /** Those that its mixins bring. */
  private volatile @Nullable Observers mixed;

  private volatile @Nullable ModelDefinition prepared;
  private volatile boolean deleted;

  BoundModel(
      ModelSpace space, OpenedStore opened, ModelDefinition definition, Observers observers) {
    this.space = space;
    this.opened = opened;
    this.definition = definition;
    this.observers = observers;
    this.mixed = space.vocabulary().mixins().observers(definition);
    opened.bound(1);
  }

  public ModelSpace space() {
    return space;
  }

  @Override
  public Lock turn() {
    return turn;
  }

  @Override
  public InstantSource clock() {
    return space.clock();
  }

  @Override
  public ModelDefinition definition() {
    return definition;
  }

  void redefine(ModelDefinition other) {
    if (definition != other) {
      this.definition = other;
      this.mixed = space.vocabulary().mixins().observers(other);
    }
  }

  /**
   * Itself, if it is still there.
   *
   * @throws ClosedException when it was deleted
   */
  public BoundModel present() {
    if (deleted) {
      throw new ClosedException("The model \"" + definition.name() + "\" was deleted.");
    }
    return this;
  }

  void delete() {
    deleted = true;
    observers.clear();
    opened.bound(-1);
  }

  @Override
  public ModelLookup models() {
    return space;
  }

  @Override
  public Binding other(String model) {
    return space.model(model);
  }

  @Override
  public Store store() {
    space.connect();
    if (prepared != definition) {
      prepare();
    }
    return opened.store();
  }

  OpenedStore opened() {
    return opened;
  }

  /** Whether there is room for it as it is now. */
  boolean isPrepared() {
    return prepared == definition;
  }

  /** Room was made for it as it was. */
  void prepared(ModelDefinition as) {
    prepared = as;
  }

  /** The store, without room made for this model as it is now. */
  public Store rawStore() {
    return opened.store();
  }

  @Override
  public Connector connector() {
    return opened.connector();
  }

  @Override
  public Observers observers() {
    ModelDefinition current = definition;
    Optional<Observers> common = space.audience().common(current.name());
    return mixed == null && common.isEmpty() && current.base().isEmpty()
        ? observers
        : observers(current, common, new HashSet<>(Set.of(current.name())));
  }

  /**
   * Those of its base, which has some of its base, first; then those of its mixins, of all tenants,
   * and its own. Each model is met once (F-349).
   */
  private Observers observers(ModelDefinition model, Optional<Observers> common, Set<String> met) {
    Observers own = common.map(observers::after).orElse(observers);
    Observers brought = mixed;
    Observers here = brought == null ? own : own.after(brought);
    return space.models().baseOf(model, met).map(base -> here.after(base.asBase(met))).orElse(here);
  }

  private Observers asBase(Set<String> met) {
    return observers(definition, space.audience().common(definition.name()), met);
  }

  @Override
  public String tenant() {
    return space.audience().tenant();
  }

  /** Calls an observer until its subscription is closed, or found to be held by nobody. */
  public <C extends HookView> Subscription observeWhileHeld(
      Hook.Of<C> hook, Observer<? super C> observer) {
    return space.whileHeld(
        observers.observe(hook, observer), hook.label() + " of " + definition.name());
  }

  /** Begins a transaction where this model is stored (F-370). */
  public SpaceTransaction begin(Options options) {
    return space.begin(opened, options);
  }

  @Override
  public <T> T together(Supplier<T> work) {
    try (SpaceTransaction own = begin(Options.NONE)) {
      T result = Ambient.call(own, work);
      own.finish();
      return result;
    }
  }

  @Override
  public Settings settings() {
    return opened.settings();
  }

  @Override
  public TenantLimits limits() {
    return space.limits();
  }

  /** Widens the model's room in the store, now and not at its next use (F-147). */
  public void update() {
    space.connect();
    ModelDefinition current = definition;
    opened.store().prepare(current);
    prepared = current;
  }

  /** Whether the model's room in the store is as its definition says (F-148). */
  public boolean isActual() {
    space.connect();
    return opened.store().isActual(definition);
  }

  /** Empties the model and begins its generated ids anew (F-149). */
  public void recreate() {
    space.connect();
    ModelDefinition current = definition;
    opened.store().recreate(current);
    prepared = current;
  }

  private void prepare() {
    preparing.lock();
    try {
      ModelDefinition current = definition;
      if (prepared != current) {
        opened.store().prepare(current);
        prepared = current;
      }
    } finally {
      preparing.unlock();
    }
  }
}
