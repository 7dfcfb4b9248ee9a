package dev.jongleur.tenant;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.TenantException;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.DataSourceId;
import dev.jongleur.registry.Holdings;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Data sources of tenants that a resolver knows: theirs alone, or a partition of theirs. Two
 * tenants are never given the same database. Thread-safe; bounded by the tenants that are known.
 */
final class Elsewhere implements AutoCloseable {
  private final Registry registry;
  private final Holdings holdings;
  private final Resolution resolution;

  /** Whose a whole database is, as long as the tenant is known. */
  private final Map<DataSourceId, TenantId> whole = new ConcurrentHashMap<>();

  /** Connectors that keep their data in themselves, as long as the tenant is known. */
  private final Map<Place, Lease<Connector>> kept = new ConcurrentHashMap<>();

  Elsewhere(Registry registry, Holdings holdings, Resolution resolution) {
    this.registry = registry;
    this.holdings = holdings;
    this.resolution = resolution;
  }

  private record Place(TenantId tenant, Settings settings) {}

  /**
   * The settings that a tenant has of its own, by data source.
   *
   * @throws TenantException when there is no such tenant
   */
  Map<String, Settings> settings(TenantId id) {
    return resolution.of(id).orElseThrow(() -> TenantException.unknown(id.name()));
  }

  OpenedStore open(TenantId id, Settings settings) {
    try (Lease<Connector> connector = registry.connector(settings, id)) {
      keep(new Place(id, settings), connector.get());
      OpenedStore store =
          holdings.keep(registry.open(settings, partition(id, connector.get()), id));
      return claimed(id, connector.get(), store);
    }
  }

  private static Partition partition(TenantId id, Connector connector) {
    return connector.can(Capability.PARTITIONS) ? new Partition(id.name()) : Partition.WHOLE;
  }

  private void keep(Place place, Connector connector) {
    if (!connector.can(Capability.DURABLE)) {
      kept.computeIfAbsent(
          place, _ -> holdings.keep(registry.connector(place.settings(), place.tenant())));
    }
  }

  private OpenedStore claimed(TenantId id, Connector connector, OpenedStore store) {
    if (connector.can(Capability.PARTITIONS)) {
      return store;
    }
    TenantId first = whole.putIfAbsent(store.id(), id);
    if (first == null || first.equals(id)) {
      return store;
    }
    store.close();
    throw new DefinitionException(
        "The tenants \"" + first + "\" and \"" + id + "\" were given the same database.");
  }

  void erase(TenantId id, Settings settings) {
    try (Lease<Connector> connector = registry.connector(settings, id)) {
      connector.get().erase(partition(id, connector.get()));
    }
  }

  /** Gives back what was kept for a tenant. */
  void forget(TenantId id) {
    whole.values().removeIf(id::equals);
    var closing = new Closing();
    kept.keySet().stream()
        .filter(place -> place.tenant().equals(id))
        .map(kept::remove)
        .forEach(lease -> closing.also(lease::close));
    closing.finish();
  }

  @Override
  public void close() {
    var closing = new Closing();
    kept.keySet().stream()
        .map(Place::tenant)
        .distinct()
        .toList()
        .forEach(id -> closing.also(() -> forget(id)));
    closing.finish();
  }
}
