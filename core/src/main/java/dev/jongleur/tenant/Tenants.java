package dev.jongleur.tenant;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.TenantException;
import dev.jongleur.model.ForeignKeys;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.model.Origin;
import dev.jongleur.observer.Observers;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;

/**
 * The tenants of one application, on its data sources, from its blueprint. Bounded by how many are
 * onboarded. Thread-safe.
 */
public final class Tenants implements AutoCloseable {
  private final Registry registry;
  private final Map<String, Settings> dataSources;
  private final Blueprint blueprint;
  private final Map<String, Lease<Connector>> connectors = new LinkedHashMap<>();
  private final Map<TenantId, TenantLife> lives = new ConcurrentHashMap<>();
  private final Turns turns = new Turns();
  private final Turns onboarding = new Turns();
  private volatile boolean closed;

  /** Opens the data sources' connectors and finds the tenants that have data there already. */
  public Tenants(Registry registry, Map<String, Settings> dataSources, Blueprint blueprint) {
    this.registry = registry;
    this.dataSources = Map.copyOf(dataSources);
    this.blueprint = complete(blueprint, registry);
    checkPlaces();
    try {
      dataSources.forEach(
          (name, settings) -> connectors.put(name, registry.connector(settings, this)));
      restore();
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  public Set<String> names() {
    var names = new TreeSet<String>();
    lives.keySet().forEach(id -> names.add(id.name()));
    return names;
  }

  Turns turns() {
    return turns;
  }

  public Blueprint blueprint() {
    return blueprint;
  }

  /**
   * Makes a tenant known, with room for all its models. All or nothing; again does nothing more.
   */
  public TenantLife onboard(TenantId id) {
    checkOpen();
    Lock turn = onboarding.of(id);
    turn.lock();
    try {
      TenantLife known = lives.get(id);
      return known == null ? begin(id) : prepared(known);
    } finally {
      turn.unlock();
    }
  }

  private TenantLife begin(TenantId id) {
    boolean hadData = hasData(id);
    TenantLife life = life(id);
    lives.put(id, life);
    try {
      return prepared(life);
    } catch (RuntimeException e) {
      lives.remove(id, life);
      var closing = new Closing().also(life::end);
      if (!hadData) {
        closing.also(() -> eraseData(id));
      }
      throw closing.andThrow(e);
    }
  }

  private TenantLife prepared(TenantLife life) {
    ModelSpace space = life.space();
    blueprint.models().keySet().forEach(name -> prepare(space, name));
    return life;
  }

  private boolean hasData(TenantId id) {
    return connectors.values().stream()
        .anyMatch(lease -> lease.get().partitions().contains(id.name()));
  }

  /**
   * A tenant that was onboarded.
   *
   * @throws TenantException when there is none of that name
   */
  public TenantLife get(TenantId id) {
    checkOpen();
    TenantLife life = lives.get(id);
    if (life == null) {
      throw TenantException.unknown(id.name());
    }
    return life;
  }

  /** Forgets a tenant in memory; its data stays. */
  public void release(TenantId id) {
    TenantLife life = lives.remove(id);
    if (life != null) {
      life.end();
    }
  }

  /** Handles of a tenant that was released must not bring it back (law 4). */
  void checkKnown(TenantLife life) {
    if (!life.equals(lives.get(life.id()))) {
      throw new ClosedException("The tenant \"" + life.id() + "\" was released.");
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new ClosedException("The application is closed.");
    }
  }

  /** Forgets a tenant and removes its data. */
  public void erase(TenantId id) {
    release(id);
    eraseData(id);
  }

  private void eraseData(TenantId id) {
    var closing = new Closing();
    connectors
        .values()
        .forEach(lease -> closing.also(() -> lease.get().erase(new Partition(id.name()))));
    closing.finish();
  }

  @Override
  public void close() {
    // First: from here on nothing is opened any more.
    closed = true;
    var closing = new Closing();
    List<TenantLife> ending = List.copyOf(lives.values());
    lives.clear();
    ending.forEach(life -> closing.also(life::end));
    connectors.values().forEach(lease -> closing.also(lease::close));
    closing.finish();
  }

  /** The blueprint with the keys its relations need, its definitions shared by all tenants. */
  private static Blueprint complete(Blueprint blueprint, Registry registry) {
    Map<String, ModelDefinition> definitions = new LinkedHashMap<>();
    blueprint.models().forEach((name, placed) -> definitions.put(name, placed.definition()));
    definitions.putAll(ForeignKeys.complete(definitions));
    Blueprint completed = new Blueprint(Map.of());
    for (Placed placed : blueprint.models().values()) {
      ModelDefinition definition =
          Objects.requireNonNull(definitions.get(placed.definition().name()));
      completed = completed.with(registry.share(definition), placed.dataSource());
    }
    return completed;
  }

  private void checkPlaces() {
    for (Placed placed : blueprint.models().values()) {
      if (!dataSources.containsKey(placed.dataSource())) {
        throw new DefinitionException(
            "\""
                + placed.definition().name()
                + "\" is on the data source \""
                + placed.dataSource()
                + "\", which there is not.");
      }
    }
  }

  private void restore() {
    for (Lease<Connector> lease : connectors.values()) {
      for (String name : lease.get().partitions()) {
        var _ = lives.computeIfAbsent(new TenantId(name), this::life);
      }
    }
  }

  private TenantLife life(TenantId id) {
    return new TenantLife(id, this);
  }

  /** Opens the tenant's partitions and puts the blueprint on them. */
  ModelSpace open(TenantId id, Map<String, Observers> observers) {
    checkOpen();
    Map<String, OpenedStore> stores = new LinkedHashMap<>();
    try {
      for (Placed placed : blueprint.models().values()) {
        var _ = stores.computeIfAbsent(placed.dataSource(), name -> openStore(name, id));
      }
      var origin = new Origin(blueprint, stores);
      return new ModelSpace(
          "The tenant \"" + id + "\"", registry, origin, observers, TenantLimits.NONE);
    } catch (RuntimeException e) {
      var closing = new Closing();
      stores.values().forEach(store -> closing.also(store::close));
      throw e;
    }
  }

  private OpenedStore openStore(String dataSource, TenantId id) {
    Settings settings = dataSources.get(dataSource);
    if (settings == null) {
      throw new DefinitionException("There is no data source \"" + dataSource + "\".");
    }
    return registry.open(settings, new Partition(id.name()), this);
  }

  private static void prepare(ModelSpace space, String name) {
    var _ = space.during(() -> space.model(name).store());
  }
}
