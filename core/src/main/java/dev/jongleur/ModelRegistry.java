package dev.jongleur;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.event.RegistryEvent.Created;
import dev.jongleur.event.RegistryListener;
import dev.jongleur.observer.Subscription;
import dev.jongleur.policy.StackCapture;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.InstantSource;
import java.util.Set;

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

  /** The names of the connectors there are. */
  public Set<String> connectors() {
    return registry.connectorNames();
  }

  public RegistryStats stats() {
    return new RegistryStats(
        registry.tenantRegistries(),
        registry.tenantRegistriesPeak(),
        registry.definitions(),
        registry.leases(),
        registry.opened(),
        registry.forgotten().found());
  }

  Registry works() {
    return registry;
  }
}
