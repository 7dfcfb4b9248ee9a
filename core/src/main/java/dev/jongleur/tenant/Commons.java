package dev.jongleur.tenant;

import dev.jongleur.admission.Admission;
import dev.jongleur.connector.Capability;
import dev.jongleur.connector.TenantResolver;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.observer.Observers;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.Holdings;
import dev.jongleur.registry.Registry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What the tenants of one application have in common: where their data is, what they start from,
 * who remembers them, and how they take turns. Thread-safe; leads to no tenant that is folded.
 */
final class Commons implements AutoCloseable {
  private final Registry registry;
  private final Setup setup;
  private final Holdings holdings = new Holdings();
  private final DataSources dataSources;
  private final Homes homes;
  private final Opening opening;
  private final Catalogue catalogue;
  private final Chronicle events;
  private final Live live;
  private final Finishing finishing = new Finishing();

  /** Who unfolds or changes a tenant; held for moments. */
  private final Turns turns = new Turns();

  /** Of all tenants, by model; as many as the program subscribes. */
  private final Map<String, Observers> observers = new ConcurrentHashMap<>();

  private final AtomicLong order = new AtomicLong();
  private final ReentrantLock changing = new ReentrantLock();
  private volatile Structure structure;

  /** Opens the data sources' connectors; what was opened is closed when one cannot be. */
  Commons(Registry registry, Setup setup) {
    this.registry = registry;
    this.setup = setup;
    this.events = new Chronicle(registry.events());
    this.live = new Live(setup.together().liveTenants());
    try {
      this.dataSources = new DataSources(registry, holdings, setup.dataSources());
      this.structure = Structure.of(setup.blueprint(), dataSources, registry);
      this.homes = new Homes(dataSources, setup.resolver().map(this::elsewhere));
      this.opening = new Opening(registry, homes, setup.limits(), observers);
      this.catalogue = openCatalogue();
    } catch (RuntimeException e) {
      throw new Closing().also(holdings::close).andThrow(e);
    }
  }

  private Elsewhere elsewhere(TenantResolver resolver) {
    var resolution = new Resolution(resolver, setup.patience(), registry.clock());
    return new Elsewhere(registry, holdings, resolution);
  }

  /** In the first data source that outlasts the program and has partitions. */
  private Catalogue openCatalogue() {
    return setup.dataSources().keySet().stream()
        .filter(this::keepsTenants)
        .findFirst()
        .<Catalogue>map(name -> new StoredCatalogue(registry, dataSources, name))
        .orElse(Catalogue.NONE);
  }

  private boolean keepsTenants(String dataSource) {
    return dataSources
        .connector(dataSource)
        .capabilities()
        .containsAll(Set.of(Capability.DURABLE, Capability.PARTITIONS));
  }

  /** Everything that is open at the moment. */
  Holdings holdings() {
    return holdings;
  }

  DataSources dataSources() {
    return dataSources;
  }

  Homes homes() {
    return homes;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  Chronicle events() {
    return events;
  }

  Live live() {
    return live;
  }

  Finishing finishing() {
    return finishing;
  }

  Turns turns() {
    return turns;
  }

  Structure structure() {
    return structure;
  }

  void blueprint(Blueprint next) {
    changing.lock();
    try {
      structure = structure.next(next);
    } finally {
      changing.unlock();
    }
  }

  /**
   * The observers that all tenants have of a model of the blueprint.
   *
   * @throws DefinitionException when there is no such model
   */
  Observers observers(String model) {
    if (structure.number(model) < 0) {
      throw new DefinitionException("The blueprint has no model \"" + model + "\".");
    }
    return observers.computeIfAbsent(model, _ -> new Observers());
  }

  TenantLimits limits(Standing standing) {
    return opening.limits(standing);
  }

  Admission admission(TenantId id, TenantLimits limits) {
    return Admission.of(id.name(), limits, registry.clock());
  }

  ModelSpace open(TenantLife life, Structure current, Standing standing) {
    return opening.open(life, current, standing);
  }

  long now() {
    return registry.clock().millis();
  }

  long nextOrder() {
    return order.incrementAndGet();
  }

  @Override
  public void close() {
    observers.values().forEach(Observers::clear);
    new Closing().also(catalogue::close).also(homes::close).also(holdings::close).finish();
  }
}
