package dev.jongleur.model;

import dev.jongleur.admission.Admission;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Subscription;
import dev.jongleur.operation.call.Ambient;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Options;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import dev.jongleur.registry.Vocabulary;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Vocabulary vocabulary;
  private final TenantLimits limits;
  private final Gate gate;
  private final Ending ending;
  private final OwnedModels models;
  private @Nullable Connecting connecting;
  private final OnDemand<Transactions> transactions;
  private final OnDemand<Streams> streams;
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
        registry.vocabulary().nearer(),
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
        registry.vocabulary(),
        limits);
  }

  private ModelSpace(
      String owner,
      Registry registry,
      List<OpenedStore> stores,
      Origin origin,
      Audience audience,
      Vocabulary vocabulary,
      TenantLimits limits) {
    this.owner = owner;
    this.registry = registry;
    this.stores = stores;
    this.origin = origin;
    this.audience = audience;
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.models = new OwnedModels(this, owner, registry, origin);
    this.gate = new Gate(owner, this::giveBack);
    this.transactions = new OnDemand<>(() -> new Transactions(owner, registry, gate));
    this.streams = new OnDemand<>(() -> new Streams(owner, registry, gate));
    this.ending =
        new Ending(
            owner,
            registry,
            gate,
            () -> transactions.ifMade().ifPresent(Transactions::overtakeAll));
  }

  /**
   * Defines a model, or defines it anew: handles to it go on with the new definition. Foreign keys
   * that its relations need are added where they are missing. One that is as it was stays so.
   */
  public BoundModel define(ModelDefinition definition, OpenedStore store) {
    return during(() -> models.define(definition, store));
  }

  /**
   * Defines a model anew, from what it is.
   *
   * @throws DefinitionException when the owner has none of that name, or the new one cannot be
   */
  public BoundModel redefine(String name, UnaryOperator<ModelDefinition> change) {
    return during(() -> models.redefine(name, change));
  }

  /** Forgets a model with its observers, if there is one; handles to it work no more. */
  public void delete(String name) {
    gate.enter();
    try {
      models.delete(name);
    } finally {
      gate.leave();
    }
  }

  Audience audience() {
    return audience;
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

  /** The mixins and value types that models may name here. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /**
   * The model of this name.
   *
   * @throws DefinitionException when the owner has none
   */
  public BoundModel model(String name) {
    return models.model(name);
  }

  @Override
  public Optional<ModelDefinition> find(String name) {
    return models.find(name);
  }

  OwnedModels models() {
    return models;
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
    return models.names();
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
    return transactions.get().begin(opened, options);
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

  /**
   * Opens rows to be read piece by piece; the space stays in use until they are closed.
   *
   * @param opening opens them
   */
  public OpenRows open(Supplier<Pieces> opening, Admission admission) {
    return streams.get().open(opening, admission);
  }

  /** Closes the rows that somebody reads piece by piece: who reads on is told so. */
  public void closeStreams() {
    streams.ifMade().ifPresent(Streams::closeAll);
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
