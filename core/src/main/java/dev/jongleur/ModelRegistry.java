package dev.jongleur;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.event.RegistryEvent.Created;
import dev.jongleur.event.RegistryListener;
import dev.jongleur.mixin.Mixin;
import dev.jongleur.observer.Subscription;
import dev.jongleur.policy.StackCapture;
import dev.jongleur.registry.HeldRegistry;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The one place that knows every tenant registry, definition and lease of a program. Data sources
 * of one configuration that are open at once share a tenant registry, and each has model names of
 * its own. Thread-safe. Needs no closing itself: it holds only what others hold open.
 */
public final class ModelRegistry {
  private final Registry registry;

  public ModelRegistry() {
    this(InstantSource.system());
  }

  public ModelRegistry(InstantSource clock) {
    this.registry = new Registry(clock);
  }

  /**
   * Opens a data source; whoever opens it closes it.
   *
   * @throws dev.jongleur.error.DefinitionException when there is no such connector
   */
  public DataSource open(Settings settings) {
    Object owner = new Object();
    OpenedStore opened = registry.open(settings, Partition.WHOLE, owner);
    var dataSource = new DataSource(registry, opened);
    registry.events().publish(now -> new Created(dataSource.id(), now));
    return dataSource;
  }

  /** Tells a listener of all that happens from now on, until its subscription is closed. */
  public Subscription listen(RegistryListener listener) {
    return registry.events().listen(listener);
  }

  /**
   * Says which openings are noted with their stack, to be told when one is found that nobody
   * closed; a sample unless said otherwise.
   */
  public void stacks(StackCapture capture) {
    registry.forgotten().stacks(capture);
  }

  /** The definition that stands for all equal to this one. */
  public ModelDefinition share(ModelDefinition definition) {
    return registry.share(definition);
  }

  /**
   * Makes a mixin known to all who define models with this registry, in the place of one of that
   * name (F-099); models defined before keep what they have.
   */
  public void mixin(String name, Mixin mixin) {
    registry.vocabulary().mixins().register(name, mixin);
  }

  /**
   * Makes a value type known to all who define models with this registry, by all its names (F-010);
   * models defined before keep what they have.
   */
  public void registerType(CustomType type) {
    registry.vocabulary().types().register(type);
  }

  /** The names of the connectors there are. */
  public Set<String> connectors() {
    return registry.connectorNames();
  }

  public RegistryStats stats() {
    return new RegistryStats(
        registry.tenantRegistries(),
        registry.tenantRegistriesPeak(),
        registry.models(),
        registry.definitions(),
        registry.shapes(),
        registry.reuse(),
        registry.leases(),
        registry.leasesByKind(),
        Sizes.of(registry),
        registry.opened(),
        registry.forgotten().found(),
        registry.forgotten().foundByKind(),
        registry.failedClosings());
  }

  /** The names of the models of one data source, and of no other, however alike they are. */
  public Set<String> modelsOf(DataSource dataSource) {
    return dataSource.models();
  }

  /**
   * What is held for each tenant on each data source at this moment. Walks over them: for looking
   * at, not for every request.
   */
  public List<TenantRegistryStats> tenantRegistries() {
    Instant now = registry.clock().instant();
    return registry.heldRegistries().stream().map(held -> told(held, now)).toList();
  }

  /** What is held for one tenant; empty when it is folded or there is none. */
  public List<TenantRegistryStats> tenantRegistries(String tenant) {
    return tenantRegistries().stream().filter(held -> held.tenant().equals(tenant)).toList();
  }

  /** The ids of the data sources on which something is held at this moment. */
  public Set<String> dataSources() {
    return registry.heldRegistries().stream()
        .map(held -> held.dataSource().toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TenantRegistryStats told(HeldRegistry held, Instant now) {
    return new TenantRegistryStats(
        held.dataSource().toString(),
        held.partition().name(),
        held.leases(),
        held.models(),
        Duration.between(held.since(), now));
  }

  Registry works() {
    return registry;
  }
}
