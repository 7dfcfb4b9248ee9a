package dev.jongleur;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.error.TenantException;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Options;
import dev.jongleur.tenant.ModelNumbers;
import dev.jongleur.tenant.TenantLife;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One tenant of an application: the only thing that hands out its models (law 1). A cheap handle,
 * thread-safe; holds nothing open.
 */
public final class Tenant {
  private static final ScopedValue<Tenant> CURRENT = ScopedValue.newInstance();

  private static final @Nullable Model[] NO_HANDLES = {};
  private static final AtomicReferenceFieldUpdater<Tenant, @Nullable String> FIRST =
      AtomicReferenceFieldUpdater.newUpdater(Tenant.class, String.class, "firstName");

  /** The four fields that finding a model of a tenant looks at are first, to lie in one line. */
  private final int hash;

  private final String name;

  /** The model that was asked for first, kept here so that finding it is one step. */
  private volatile @Nullable Model first;

  /** Its name; set once, before the model is. */
  private volatile @Nullable String firstName;

  private final TenantLife life;
  private final ModelNumbers numbers;

  /** The others by number; which of two made at once is kept is all one. */
  private @Nullable Model[] others = NO_HANDLES;

  /**
   * A handle of a tenant.
   *
   * @param numbers of the blueprint's models
   */
  Tenant(TenantLife life, ModelNumbers numbers) {
    this.life = life;
    this.numbers = numbers;
    this.name = life.id().name();
    this.hash = name.hashCode();
  }

  /**
   * The tenant that this thread works for.
   *
   * @throws TenantException when it works for none
   */
  public static Tenant current() {
    return CURRENT.orElseThrow(TenantException::missing);
  }

  public String name() {
    return name;
  }

  int hash() {
    return hash;
  }

  /** The hash is compared first: of another tenant nothing more is looked at. */
  boolean isNamed(String other, int itsHash) {
    return hash == itsHash && name.equals(other);
  }

  /**
   * A model of this tenant.
   *
   * @throws dev.jongleur.error.DefinitionException when it has none of that name
   */
  public Model model(String name) {
    Model known = first;
    return known != null && name.equals(firstName) ? known : other(name);
  }

  /**
   * The keys of a model of this tenant, on a key-value data source. Its methods raise {@link
   * dev.jongleur.error.UnsupportedException} when the model keeps rows.
   *
   * @throws dev.jongleur.error.DefinitionException when it has none of that name
   */
  public KeyValueModel keyValue(String name) {
    life.check(name);
    return new KeyValueModel(new ModelSource.OfTenant(life, name));
  }

  private Model other(String name) {
    int number = numbers.of(name);
    @Nullable Model[] known = others;
    Model handle = number >= 0 && number < known.length ? known[number] : null;
    return handle != null ? handle : made(name, number);
  }

  private Model made(String name, int number) {
    life.check(name);
    String shared = numbers.shared(name);
    var made = new Model(new ModelSource.OfTenant(life, shared));
    if (number >= 0 && !life.isEnded()) {
      keep(made, shared, number);
    }
    return made;
  }

  /** Unless the model is taken from the blueprint at this moment: then nobody finds it here. */
  private void keep(Model made, String model, int number) {
    if (FIRST.compareAndSet(this, null, model) || model.equals(firstName)) {
      first = made;
    } else {
      @Nullable Model[] wider = Arrays.copyOf(others, Math.max(others.length, number + 1));
      wider[number] = made;
      others = wider;
    }
    if (numbers.of(model) < 0) {
      forgetModels();
    }
  }

  /**
   * The names of its models as they are now: those of the blueprint and those of its own. Does not
   * unfold it.
   */
  public Set<String> models() {
    return life.models();
  }

  /** They are made again when they are asked for. */
  void forgetModels() {
    first = null;
    others = NO_HANDLES;
  }

  boolean isEnded() {
    return life.isEnded();
  }

  /**
   * Changes a model for this tenant alone, its table too, or adds one on the only data source.
   * Calls in flight finish on what they began with; later ones see the new. Remembered where the
   * tenant's data is.
   *
   * @throws dev.jongleur.error.DefinitionException when the model cannot be so; nothing was changed
   * @throws dev.jongleur.error.LimitException when the tenant has enough models of its own
   */
  public void customize(String model, Consumer<ModelBuilder> change) {
    life.changing().customize(model, change);
  }

  /** As {@link #customize(String, Consumer)}, for a model of its own on a named data source. */
  public void customize(String model, String dataSource, Consumer<ModelBuilder> change) {
    life.changing().customize(model, dataSource, change);
  }

  /**
   * Goes back to the blueprint. What was stored stays, and shows again when customised so again.
   */
  public void resetCustomization() {
    life.changing().reset();
  }

  /** Goes back to the blueprint for one model. */
  public void resetCustomization(String model) {
    life.changing().reset(model);
  }

  /** The names of the models that are not as in the blueprint, or not in it. */
  public Set<String> customized() {
    return life.changing().customized();
  }

  /** What it may use: its own limits, or else the application's. */
  public TenantLimits limits() {
    return life.changing().limits();
  }

  /** Sets limits of its own. */
  public void limits(TenantLimits own) {
    life.changing().limits(own);
  }

  /**
   * Lets nobody work for it until it is resumed; calls in flight finish. Remembered, as what it has
   * of its own.
   */
  public void suspend() {
    life.changing().suspend();
  }

  public void resume() {
    life.changing().resume();
  }

  public boolean isSuspended() {
    return life.changing().isSuspended();
  }

  /** Begins a transaction on its only data source (F-370). */
  public Transaction beginTransaction() {
    return beginTransaction("", Options.NONE);
  }

  /**
   * Begins a transaction on one of its data sources, which whoever begins it ends. It ends before,
   * rolled back, when the tenant's models change or are given back; a tenant with one is in use.
   *
   * @param options as for {@link DataSource#beginTransaction(Options)}
   * @throws dev.jongleur.error.DefinitionException when the tenant has no such data source
   */
  public Transaction beginTransaction(String dataSource, Options options) {
    return new Transaction(life.begin(dataSource, options), this);
  }

  /**
   * Does work within a transaction on its only data source: commits when it returns, rolls back
   * when it throws. What this thread does with this tenant's models meanwhile is part of it.
   */
  public <T> T transaction(Function<Transaction, T> work) {
    return transaction("", Options.NONE, work);
  }

  /** As {@link #transaction(Function)}, on a named data source. */
  public <T> T transaction(String dataSource, Options options, Function<Transaction, T> work) {
    return beginTransaction(dataSource, options).during(work);
  }

  /** Does work with this tenant as the current one. */
  public <T> T call(Callable<T> work) throws Exception {
    return ScopedValue.where(CURRENT, this).call(work::call);
  }

  public void run(Runnable work) {
    ScopedValue.where(CURRENT, this).run(work);
  }

  /** An executor whose tasks work for the tenant that was current when they were handed over. */
  public static Executor inCurrent(Executor executor) {
    return task -> executor.execute(CURRENT.isBound() ? CURRENT.get().bound(task) : task);
  }

  /** Work that is done later, for the tenant that is current now. */
  static <T> Supplier<T> forCurrent(Supplier<T> work) {
    if (!CURRENT.isBound()) {
      return work;
    }
    Tenant current = CURRENT.get();
    return () -> ScopedValue.where(CURRENT, current).call(work::get);
  }

  private Runnable bound(Runnable task) {
    return () -> run(task);
  }

  /** Whether it holds anything now; a folded tenant unfolds at its next call. */
  public boolean isUnfolded() {
    return life.isUnfolded();
  }

  /** Gives back everything that can be rebuilt; waits for calls in flight. */
  public void fold() {
    life.fold();
  }

  /** Every byte back; the data stays, and onboarding finds it again. */
  public void release() {
    life.release();
  }

  /**
   * Removes the tenant with all its data.
   *
   * @param name the tenant's name, to confirm
   * @throws TenantException when the name is another
   */
  public void erase(String name) {
    if (!name.equals(name())) {
      throw TenantException.invalid("to erase \"" + name() + "\" confirm it by its name.");
    }
    life.erase();
  }

  @Override
  public String toString() {
    return name();
  }
}
