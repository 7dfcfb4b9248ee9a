package dev.jongleur.tenant;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.OpenedStore;
import java.util.Map;
import java.util.Optional;

/**
 * Where each tenant's data is: in its partition of the application's data sources, or where a
 * resolver says. Thread-safe.
 */
final class Homes implements AutoCloseable {
  private final DataSources here;
  private final Optional<Elsewhere> elsewhere;

  Homes(DataSources here, Optional<Elsewhere> elsewhere) {
    this.here = here;
    this.elsewhere = elsewhere;
  }

  /** Whether it is a resolver who knows the tenants. */
  boolean areResolved() {
    return elsewhere.isPresent();
  }

  /**
   * The settings a tenant has of its own, by data source.
   *
   * @throws dev.jongleur.error.TenantException when a resolver does not know it
   */
  Map<String, Settings> own(TenantId id) {
    return elsewhere.map(known -> known.settings(id)).orElse(Map.of());
  }

  OpenedStore open(TenantId id, String dataSource, Map<String, Settings> own) {
    Settings settings = own.get(dataSource);
    return settings == null
        ? here.open(dataSource, new Partition(id.name()))
        : elsewhere.orElseThrow().open(id, settings);
  }

  /** Whether a tenant has data in the application's data sources. */
  boolean holds(TenantId id) {
    return here.holds(id);
  }

  void erase(TenantId id) {
    var closing = new Closing().also(() -> here.erase(id));
    elsewhere.ifPresent(known ->
        known
            .settings(id)
            .values()
            .forEach(settings -> closing.also(() -> known.erase(id, settings))));
    closing.finish();
  }

  void forget(TenantId id) {
    var closing = new Closing().also(() -> here.forget(id));
    elsewhere.ifPresent(known -> closing.also(() -> known.forget(id)));
    closing.finish();
  }

  @Override
  public void close() {
    var closing = new Closing();
    elsewhere.ifPresent(known -> closing.also(known::close));
    closing.also(here::close).finish();
  }
}
