package dev.jongleur.model;

import dev.jongleur.admission.Admission;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.mixin.Mixins;
import dev.jongleur.observer.Subscription;
import dev.jongleur.operation.Ambient;
import dev.jongleur.operation.Pieces;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Options;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The models of one owner by name, and the stores they live in. Thread-safe. Bounded by what the
 * owner defines; everything goes once, with the last call inside after {@link #retire()} or {@link
 * #close()}.
 */
public final class ModelSpace implements ModelLookup, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String owner;
  private final Registry registry;
  private final List<OpenedStore> stores;
  private final Origin origin;
  private final Audience audience;
  private final Mixins mixins;
  private final TenantLimits limits;
  private final Gate gate;
  private final Ending ending;
  private final Map<String, BoundModel> models = new ConcurrentHashMap<>();
  private final ReentrantLock defining = new ReentrantLock();
  private @Nullable Referrers referrers;
  private @Nullable Connecting connecting;
  private volatile @Nullable Transactions transactions;
  private volatile @Nullable Streams streams;
  private volatile Runnable last = () -> {};

  /**
   * @param owner how messages call the owner
   * @param stores what the space closes with itself
   */
  public ModelSpace(String owner, Registry registry, Collection<OpenedStore> stores) {
    this(
        owner,
        registry,
        List.copyOf(stores),
        Origin.NONE,
        Audience.ofNobody(),
        registry.mixins().nearer(),
        TenantLimits.NONE);
  }

  /** A space that starts from a blueprint. */
  public ModelSpace(
      String owner, Registry registry, Origin origin, Audience audience, TenantLimits limits) {
    this(
        owner,
        registry,
        List.copyOf(origin.stores().values()),
        origin,
        audience,
        registry.mixins(),
        limits);
  }

  private ModelSpace(
      String owner,
      Registry registry,
      List<OpenedStore> stores,
      Origin origin,
      Audience audience,
      Mixins mixins,
      TenantLimits limits) {
    this.owner = owner;
    this.registry = registry;
    this.stores = stores;
    this.origin = origin;
    this.audience = audience;
    this.mixins = mixins;
    this.limits = limits;
    this.gate = new Gate(owner, this::giveBack);
    this.ending = new Ending(owner, registry, gate, this::overtakeTransactions);
  }

  /**
   * Defines a model, or defines it anew: handles to it go on with the new definition. Foreign keys
   * that its relations need are added where they are missing. One that is as it was stays so.
   */
  public BoundModel define(ModelDefinition definition, OpenedStore store) {
    gate.enter();
    try {
      defining.lock();
      try {
        return bind(registry.share(fitted(definition, store)), store);
      } finally {
        defining.unlock();
      }
    } finally {
      gate.leave();
    }
  }

  private ModelDefinition fitted(ModelDefinition definition, OpenedStore store) {
    return Fitting.of(mixins.applied(definition, this), store.settings(), store.connector());
  }

  /**
   * Defines a model anew, from what it is.
   *
   * @throws DefinitionException when the owner has none of that name, or the new one cannot be
   */
  public BoundModel redefine(String name, UnaryOperator<ModelDefinition> change) {
    gate.enter();
    try {
      defining.lock();
      try {
        BoundModel bound = model(name);
        return define(change.apply(bound.definition()), bound.opened());
      } finally {
        defining.unlock();
      }
    } finally {
      gate.leave();
    }
  }

  private BoundModel bind(ModelDefinition shared, OpenedStore store) {
    Map<String, ModelDefinition> completed = completed(shared);
    ModelDefinition complete = completed.getOrDefault(shared.name(), shared);
    BoundModel bound = models.get(shared.name());
    if (bound == null || bound.definition() != complete) {
      bound = rebind(complete, store);
    }
    completed.forEach((name, other) -> model(name).redefine(other));
    ModelsBetween.missing(complete, this).forEach(missing -> bind(registry.share(missing), store));
    return bound;
  }

  private BoundModel rebind(ModelDefinition definition, OpenedStore store) {
    String name = definition.name();
    find(name).ifPresent(referrers()::remove);
    referrers().add(definition);
    BoundModel bound =
        models.computeIfAbsent(
            name, _ -> new BoundModel(this, store, definition, audience.own(name)));
    bound.redefine(definition);
    return bound;
  }

  /** Forgets a model with its observers, if there is one; handles to it work no more. */
  public void delete(String name) {
    gate.enter();
    try {
      defining.lock();
      try {
        forget(name);
      } finally {
        defining.unlock();
      }
    } finally {
      gate.leave();
    }
  }

  private void forget(String name) {
    BoundModel bound = models.remove(name);
    if (bound != null) {
      referrers().remove(bound.definition());
      audience.forget(name);
      bound.delete();
    }
  }

  Audience audience() {
    return audience;
  }

  /** The base of a model, if it is there and was not met on the way. */
  Optional<BoundModel> baseOf(ModelDefinition model, Set<String> met) {
    return model.base().filter(met::add).filter(this::has).map(this::model);
  }

  /** Says who connects before rows are used; one at most. */
  public void connectedBy(Connecting reaching) {
    this.connecting = reaching;
  }

  void connect() {
    Connecting reaching = connecting;
    if (reaching != null) {
      reaching.connect();
    }
  }

  /** The mixins that models may name here. */
  public Mixins mixins() {
    return mixins;
  }

  /** What changes when this is defined, itself too, where keys are missing that relations need. */
  private Map<String, ModelDefinition> completed(ModelDefinition shared) {
    Set<String> concerned = referrers().concernedBy(shared);
    if (concerned.isEmpty()) {
      return Map.of();
    }
    Map<String, ModelDefinition> known = new LinkedHashMap<>();
    known.put(shared.name(), shared);
    concerned.forEach(name -> find(name).ifPresent(other -> known.putIfAbsent(name, other)));
    Map<String, ModelDefinition> completed = ForeignKeys.complete(known);
    completed.replaceAll((_, definition) -> registry.share(definition));
    return completed;
  }

  /** Guarded by the lock for defining; reads the origin's relations once, when one defines. */
  private Referrers referrers() {
    Referrers known = referrers;
    if (known == null) {
      known = new Referrers();
      for (String name : origin.names()) {
        origin.definition(name).ifPresent(known::add);
      }
      referrers = known;
    }
    return known;
  }

  /**
   * The model of this name.
   *
   * @throws DefinitionException when the owner has none
   */
  public BoundModel model(String name) {
    BoundModel bound = models.get(name);
    return bound == null ? bindFromOrigin(name) : bound;
  }

  private BoundModel bindFromOrigin(String name) {
    ModelDefinition shared =
        origin
            .definition(name)
            .orElseThrow(() -> new DefinitionException(owner + " has no model \"" + name + "\"."));
    OpenedStore store = origin.store(name).orElseThrow();
    return models.computeIfAbsent(
        name, _ -> new BoundModel(this, store, shared, audience.own(name)));
  }

  @Override
  public Optional<ModelDefinition> find(String name) {
    return Optional.ofNullable(models.get(name))
        .map(BoundModel::definition)
        .or(() -> origin.definition(name));
  }

  /** The time, as everybody of this registry has it. */
  InstantSource clock() {
    return registry.clock();
  }

  /** Makes room for all models. */
  public void prepareAll() {
    Room.makeFor(names().stream().map(this::model).toList());
  }

  /** What the owner may use. */
  public TenantLimits limits() {
    return limits;
  }

  public Set<String> names() {
    Set<String> names = new LinkedHashSet<>(origin.names());
    names.addAll(models.keySet());
    return Set.copyOf(names);
  }

  /**
   * Begins a transaction on a data source; the space stays in use until it ends, which it does at
   * the latest when the space is retired.
   *
   * @param dataSource its name; where there is one only it may be empty
   * @param options {@code isolationLevel}, {@code timeout} (F-370, F-373)
   * @throws DefinitionException when there is no such data source, or several and no name
   * @throws dev.jongleur.error.TransactionException within a transaction on the same
   */
  public SpaceTransaction begin(String dataSource, Options options) {
    return begin(opened(dataSource), options);
  }

  SpaceTransaction begin(OpenedStore opened, Options options) {
    Ambient.refuseNesting(opened.store());
    return transactions().begin(opened, options);
  }

  private OpenedStore opened(String dataSource) {
    if (dataSource.isEmpty() && stores.size() == 1) {
      return stores.getFirst();
    }
    OpenedStore named = origin.stores().get(dataSource);
    if (named == null) {
      throw new DefinitionException(
          owner
              + (dataSource.isEmpty()
                  ? " has several data sources: a transaction is begun on one of "
                  : " has no data source \"" + dataSource + "\", but ")
              + origin.stores().keySet()
              + ".");
    }
    return named;
  }

  /** Most owners never begin one, and have none of this. */
  private Transactions transactions() {
    Transactions known = transactions;
    if (known == null) {
      defining.lock();
      try {
        known = transactions == null ? new Transactions(owner, registry, gate) : transactions;
        transactions = known;
      } finally {
        defining.unlock();
      }
    }
    return known;
  }

  /**
   * Opens rows to be read piece by piece; the space stays in use until they are closed.
   *
   * @param opening opens them
   */
  public OpenRows open(Supplier<Pieces> opening, Admission admission) {
    return streams().open(opening, admission);
  }

  private Streams streams() {
    Streams known = streams;
    if (known == null) {
      defining.lock();
      try {
        known = streams == null ? new Streams(owner, registry, gate) : streams;
        streams = known;
      } finally {
        defining.unlock();
      }
    }
    return known;
  }

  /** Closes the rows that somebody reads piece by piece: who reads on is told so. */
  public void closeStreams() {
    Streams known = streams;
    if (known != null) {
      known.closeAll();
    }
  }

  private void overtakeTransactions() {
    Transactions known = transactions;
    if (known != null) {
      known.overtakeAll();
    }
  }

  Subscription whileHeld(Subscription stay, String what) {
    return registry.forgotten().whileHeld(stay, what + " (" + owner + ")");
  }

  /**
   * The names as they are at any moment, none when this is closed; unmodifiable.
   *
   * @param hold what has to live as long as somebody has the names
   */
  public Set<String> liveNames(Object hold) {
    return Collections.unmodifiableSet(new LiveNames(this, hold));
  }

  boolean isOpen() {
    return gate.isOpen();
  }

  boolean has(String name) {
    return models.containsKey(name) || origin.definition(name).isPresent();
  }

  int count() {
    return origin.names().isEmpty() ? models.size() : names().size();
  }

  /** Does something that needs the space open; closing waits for it. */
  public <T> T during(Supplier<T> work) {
    gate.enter();
    try {
      return work.get();
    } finally {
      gate.leave();
    }
  }

  /** Does something if the space is open; empty when it is closed, and nothing was done. */
  public <T> Optional<T> whileOpen(Supplier<T> work) {
    if (!gate.tryEnter()) {
      return Optional.empty();
    }
    try {
      return Optional.of(work.get());
    } finally {
      gate.leave();
    }
  }

  /** Says what is done when everything is given back, once; before who closes is told of it. */
  public void andThen(Runnable step) {
    this.last = step;
  }

  /**
   * Lets nobody in from now on; the last one inside gives everything back, or this call when nobody
   * is. Waits for nobody. A failure is logged and counted, since nobody is there to be told.
   */
  public void retire() {
    ending.begin();
  }

  /** Retires if nobody is inside; whether it did. */
  public boolean retireIfIdle() {
    return ending.beginIfIdle();
  }

  /** Does something once everything is given back. */
  public void whenClosed(Runnable then) {
    var _ = gate.closed().whenComplete((_, _) -> then.run());
  }

  /**
   * Retires, closes open streams, and waits until everything is given back; for half a minute at
   * most, and not at all when called from inside a call of this or another space.
   *
   * @throws dev.jongleur.error.JongleurException when giving back failed, to the first who asks
   */
  @Override
  public void close() {
    ending.await(PATIENCE, this::closeStreams);
  }

  /** Retires and waits, so long at most, also for who reads a stream to its end. */
  public void closeWithin(Duration patience) {
    ending.await(patience, () -> {});
  }

  /** Models first, then their observers, then the stores; done once, by the gate. */
  private void giveBack() {
    models.clear();
    audience.leave();
    var closing = new Closing();
    stores.forEach(store -> closing.also(store::close));
    closing.also(last::run).finish();
  }
}
