package dev.jongleur.tenant;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint.Placed;
import dev.jongleur.model.Audience;
import dev.jongleur.model.ModelSpace;
import dev.jongleur.model.Origin;
import dev.jongleur.observer.Observers;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.registry.Closing;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.util.LinkedHashMap;
import java.util.Map;

/** Opens a tenant's partition of each data source and puts its models on them. */
final class Opening {
  private final Registry registry;
  private final Homes homes;
  private final TenantLimits limits;
  private final Map<String, Observers> observers;

  /**
   * What all tenants are opened with.
   *
   * @param limits for tenants without limits of their own
   * @param observers of all tenants, by model; concurrent
   */
  Opening(Registry registry, Homes homes, TenantLimits limits, Map<String, Observers> observers) {
    this.registry = registry;
    this.homes = homes;
    this.limits = limits;
    this.observers = observers;
  }

  TenantLimits limits(Standing standing) {
    return standing.limits().orElse(limits);
  }

  ModelSpace open(TenantLife life, Structure structure, Standing standing) {
    Map<String, Placed> own = structure.own(standing.overlay());
    var home = new Home(life.id());
    try {
      structure.blueprint().models().values().forEach(home::open);
      own.values().forEach(home::open);
      return new ModelSpace(
          "The tenant \"" + life.id() + "\"",
          registry,
          new Origin(structure.blueprint(), own, home.stores),
          Audience.ofTenant(life.id().name(), life.observers(), observers),
          limits(standing));
    } catch (RuntimeException e) {
      throw home.closed().andThrow(e);
    }
  }

  /** One tenant's stores, opened one by one. */
  private final class Home {
    private final TenantId id;
    private final Map<String, Settings> own;
    private final Map<String, OpenedStore> stores = new LinkedHashMap<>();

    Home(TenantId id) {
      this.id = id;
      this.own = homes.own(id);
    }

    void open(Placed placed) {
      String name = placed.dataSource();
      if (!stores.containsKey(name)) {
        stores.put(name, homes.open(id, name, own));
      }
    }

    Closing closed() {
      var closing = new Closing();
      stores.values().forEach(store -> closing.also(store::close));
      return closing;
    }
  }
}
