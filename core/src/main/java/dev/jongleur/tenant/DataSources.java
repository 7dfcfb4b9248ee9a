package dev.jongleur.tenant;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.model.Fitting;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.Holdings;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The application's data sources by name, with a connector each for as long as the application
 * lives; a tenant has its own partition of each. Thread-safe.
 */
final class DataSources implements AutoCloseable {
  private final Registry registry;
  private final Holdings holdings;
  private final Map<String, Settings> settings;
  private final Map<String, Lease<Connector>> connectors = new LinkedHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  /**
   * Opens a connector for each.
   *
   * @param holdings keeps what is opened here, also when not all can be
   */
  DataSources(Registry registry, Holdings holdings, Map<String, Settings> settings) {
    this.registry = registry;
    this.holdings = holdings;
    this.settings = new LinkedHashMap<>(settings);
    settings.forEach(
        (name, one) -> connectors.put(name, holdings.keep(registry.connector(one, this))));
  }

  Set<String> names() {
    return settings.keySet();
  }

  private Settings settings(String name) {
    Settings known = settings.get(name);
    if (known == null) {
      throw new DefinitionException("There is no data source \"" + name + "\".");
    }
    return known;
  }

  Connector connector(String name) {
    Lease<Connector> lease = connectors.get(name);
    if (lease == null) {
      throw new DefinitionException("There is no data source \"" + name + "\".");
    }
    return lease.get();
  }

  /** A definition as a data source has it; as it is where the place is unknown. */
  ModelDefinition fit(ModelDefinition definition, @Nullable String name) {
    return name == null || !settings.containsKey(name)
        ? definition
        : Fitting.of(definition, settings(name), connector(name));
  }

  OpenedStore open(String name, Partition partition) {
    return holdings.keep(registry.open(settings(name), partition, this));
  }

  /** The tenants that have data. */
  Set<String> tenants() {
    var names = new TreeSet<String>();
    connectors.values().forEach(lease -> names.addAll(lease.get().partitions()));
    return names;
  }

  boolean holds(TenantId id) {
    var partition = new Partition(id.name());
    return connectors.values().stream().anyMatch(lease -> lease.get().holds(partition));
  }

  void forget(TenantId id) {
    var partition = new Partition(id.name());
    var closing = new Closing();
    connectors.values().forEach(lease -> closing.also(() -> lease.get().release(partition)));
    closing.finish();
  }

  void erase(TenantId id) {
    var partition = new Partition(id.name());
    var closing = new Closing();
    connectors.values().forEach(lease -> closing.also(() -> lease.get().erase(partition)));
    closing.finish();
  }

  /** The last that was opened first. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      Deque<Lease<Connector>> newestFirst = new ArrayDeque<>();
      connectors.values().forEach(newestFirst::push);
      var closing = new Closing();
      newestFirst.forEach(lease -> closing.also(lease::close));
      closing.finish();
    }
  }
}
