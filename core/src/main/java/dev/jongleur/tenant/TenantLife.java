package dev.jongleur.tenant;

import dev.jongleur.admission.Admission;
import dev.jongleur.definition.ModelChange;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.model.BoundModel;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.model.OpenRows;
import dev.jongleur.model.SpaceTransaction;
import dev.jongleur.observer.Observers;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.query.Options;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One known tenant: folded, with nothing but its name and what it has of its own, or unfolded, with
 * its models. Unfolds at its next call; observers stay either way. Thread-safe.
 */
public final class TenantLife {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TenantId id;
  private final Tenants tenants;

  /** Null as long as the catalogue was not asked. */
  private volatile @Nullable Standing standing;

  private volatile @Nullable Unfolded unfolded;
  private volatile Map<String, Observers> observers = Map.of();
  private volatile @Nullable Handle handle;
  private volatile boolean ended;

  TenantLife(TenantId id, Tenants tenants, @Nullable Standing standing) {
    this.id = id;
    this.tenants = tenants;
    this.standing = standing;
  }

  public TenantId id() {
    return id;
  }

  /** What programs hold of this tenant, made for the first who asks. */
  public <H extends Handle> H handle(Class<H> type, Function<TenantLife, H> maker) {
    Handle known = handle;
    return type.cast(known != null ? known : commons().turns().during(id, () -> made(maker)));
  }

  private Handle made(Function<TenantLife, ? extends Handle> maker) {
    Handle known = handle;
    if (known == null) {
      known = maker.apply(this);
      handle = known;
    }
    return known;
  }

  /**
   * Sees that the tenant has a model, without unfolding it.
   *
   * @throws DefinitionException when it has none of that name
   * @throws ClosedException when it was released
   */
  public void check(String model) {
    if (ended) {
      tenants.checkKnown(this);
    }
    if (commons().structure().number(model) < 0 && !changing().customized().contains(model)) {
      throw new DefinitionException("The tenant \"" + id + "\" has no model \"" + model + "\".");
    }
  }

  /**
   * The names of its models, without unfolding it.
   *
   * @throws ClosedException when it was released
   */
  public Set<String> models() {
    if (ended) {
      tenants.checkKnown(this);
    }
    Set<String> shared = commons().structure().blueprint().models().keySet();
    Set<String> names = new LinkedHashSet<>(shared);
    standing().overlay().changes().values().stream()
        .filter(ModelChange::isAdded)
        .map(ModelChange::model)
        .forEach(names::add);
    return Collections.unmodifiableSet(names);
  }

  /** Changes what it has of its own. */
  public Changing changing() {
    return tenants.changing(this);
  }

  /** Forgets it in memory; its data stays. */
  public void release() {
    tenants.release(this);
  }

  /** Forgets it and removes its data. */
  public void erase() {
    tenants.erase(this);
  }

  public boolean isUnfolded() {
    return unfolded != null;
  }

  /** Whether it was released, erased or closed with the application: it never comes back. */
  public boolean isEnded() {
    return ended;
  }

  /** Does something with a model of this tenant, which stays unfolded meanwhile. */
  public <T> T with(String model, Function<BoundModel, T> work) {
    return WhileUnfolded.work(this, space -> work.apply(space.model(model)));
  }

  /**
   * Works on the data of a model of this tenant, as its limits allow.
   *
   * @throws dev.jongleur.error.LimitException when they do not, or not in time; nothing was done
   */
  public <T> T operate(String model, Function<BoundModel, T> work) {
    return open().admission().admit(() -> with(model, work));
  }

  /**
   * Opens rows of a model to be read piece by piece, as its limits allow; it stays unfolded until
   * they are closed.
   */
  public OpenRows open(String model, Function<BoundModel, Pieces> opening) {
    Admission admission = open().admission();
    return admission.admit(
        () -> with(model, bound -> bound.space().open(() -> opening.apply(bound), admission)));
  }

  /**
   * Begins a transaction on one of its data sources, which it stays unfolded for.
   *
   * @see ModelSpace#begin(String, Options)
   */
  public SpaceTransaction begin(String dataSource, Options options) {
    return WhileUnfolded.work(this, space -> space.begin(dataSource, options));
  }

  private Commons commons() {
    return tenants.commons();
  }

  /** Makes room for all its models, as they are at one moment. */
  void prepare() {
    WhileUnfolded.act(this, ModelSpace::prepareAll);
  }

  /** What it has of its own. */
  Standing standing() {
    Standing known = standing;
    return known != null ? known : commons().turns().during(id, this::readStanding);
  }

  /** Unfolded, and as the blueprint is now. */
  Unfolded open() {
    Unfolded open = unfolded;
    if (open != null && open.isOf(commons().structure())) {
      open.use(commons().now());
      return open;
    }
    Unfolded fresh = commons().turns().during(id, this::unfold);
    tell(fresh);
    return fresh;
  }

  /** Tells that it is unfolded, if nobody was told yet; not in its turn. */
  void tell(Unfolded fresh) {
    if (fresh.isNews()) {
      commons().events().unfolded(id);
    }
  }

  private Unfolded unfold() {
    Structure structure = commons().structure();
    Unfolded open = unfolded;
    if (open != null && open.isOf(structure)) {
      return open;
    }
    tenants.checkKnown(this);
    Standing now = standing();
    Tenants.checkActive(id, now);
    ModelSpace space = commons().open(this, structure, now);
    enter(space);
    return publish(structure, space);
  }

  /**
   * Goes on with another standing: calls in flight finish on what they began with, the next ones
   * see the new. All or nothing.
   *
   * @param ready what has to be possible on the new models before anybody sees them
   */
  Unfolded become(Standing next, Consumer<ModelSpace> ready) {
    Structure structure = commons().structure();
    ModelSpace space = commons().open(this, structure, next);
    enter(space);
    try {
      ready.accept(space);
      commons().catalogue().write(id, next);
    } catch (RuntimeException e) {
      goBack(space);
      throw e;
    }
    standing = next;
    return publish(structure, space);
  }

  /** In its turn. */
  private Unfolded publish(Structure structure, ModelSpace space) {
    Unfolded before = unfolded;
    var fresh = new Unfolded(structure, space, admission(before, space), commons().nextOrder());
    fresh.use(commons().now());
    unfolded = fresh;
    if (before != null) {
      commons().finishing().retire(this, before.space());
      return fresh.instead();
    }
    return fresh;
  }

  /** A rate goes on through a change of the models; only other limits begin anew. */
  private Admission admission(@Nullable Unfolded before, ModelSpace space) {
    return before != null && before.space().limits().equals(space.limits())
        ? before.admission()
        : commons().admission(id, space.limits());
  }

  /** Takes a place among those that are unfolded, where it has none; in its turn. */
  private void enter(ModelSpace space) {
    try {
      if (unfolded == null) {
        commons().live().enter(this);
      }
    } catch (RuntimeException e) {
      space.retire();
      throw e;
    }
  }

  /** What was entered for did not come about. */
  private void goBack(ModelSpace space) {
    if (unfolded == null) {
      commons().live().leave(this);
    }
    space.retire();
  }

  /** Another standing without models: nobody may work for it. */
  void rest(Standing next) {
    commons().catalogue().write(id, next);
    standing = next;
  }

  /** The observers of each model, which outlive the models. */
  Map<String, Observers> observers() {
    if (observers.isEmpty()) {
      observers = new ConcurrentHashMap<>();
    }
    return observers;
  }

  /** Gives everything back that can be rebuilt; waits for calls in flight. */
  public void fold() {
    detach();
    try {
      commons().finishing().await(this, PATIENCE);
    } finally {
      forgetEmptyObservers();
    }
  }

  /** Folds if it was not used since and nobody is at it; whether it did. Waits for nobody. */
  boolean foldIfIdle(long since) {
    boolean folded = tryFold(since);
    if (folded) {
      commons().events().folded(id);
    }
    return folded;
  }

  private boolean tryFold(long since) {
    return commons()
        .turns()
        .tryDuring(
            id,
            () -> {
              Unfolded open = unfolded;
              boolean idle =
                  open != null && open.lastUsed() <= since && open.space().retireIfIdle();
              if (idle) {
                forgetUnfolded();
                var _ = dropEmptyObservers();
              }
              return idle;
            })
        .orElse(false);
  }

  long lastUsed() {
    Unfolded open = unfolded;
    return open == null ? Long.MAX_VALUE : open.lastUsed();
  }

  long order() {
    Unfolded open = unfolded;
    return open == null ? -1 : open.order();
  }

  /** Gives everything back for good, so long at most. */
  void end(Duration patience) {
    detach();
    ended = true;
    forgetHandle();
    commons().finishing().closeStreams(this);
    try {
      commons().finishing().await(this, patience);
    } finally {
      observers.values().forEach(Observers::clear);
      forgetEmptyObservers();
    }
  }

  /** Lets no call in any more; those in flight finish. Waits for nobody. */
  void detach() {
    boolean folded = commons().turns().during(id, this::takeAway);
    if (folded) {
      commons().events().folded(id);
    }
  }

  private boolean takeAway() {
    Unfolded open = unfolded;
    if (open == null) {
      return false;
    }
    forgetUnfolded();
    commons().finishing().retire(this, open.space());
    return true;
  }

  private void forgetUnfolded() {
    unfolded = null;
    commons().live().leave(this);
    forgetHandle();
  }

  /** What was kept of its models is found again when it is asked for. */
  void forgetHandle() {
    Handle known = handle;
    if (known != null) {
      known.forget();
    }
  }

  private Standing readStanding() {
    Standing known = standing;
    if (known == null) {
      known = commons().catalogue().read(id).orElse(Standing.PLAIN);
      standing = known;
    }
    return known;
  }

  /** Calls in flight may still subscribe until the space is closed, so this comes after. */
  private void forgetEmptyObservers() {
    var _ = commons().turns().during(id, this::dropEmptyObservers);
  }

  private boolean dropEmptyObservers() {
    boolean none = unfolded == null && observers.values().stream().allMatch(Observers::isEmpty);
    if (none) {
      observers = Map.of();
    }
    return none;
  }
}
