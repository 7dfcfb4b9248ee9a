package dev.jongleur;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
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
    return new DataSource(registry, opened);
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
