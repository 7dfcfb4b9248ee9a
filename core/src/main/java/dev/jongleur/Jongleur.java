package dev.jongleur;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.error.TenantException;
import dev.jongleur.tenant.TenantId;
import dev.jongleur.tenant.TenantLife;
import dev.jongleur.tenant.Tenants;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * An application with many tenants: its data sources, the blueprint all tenants start from, and the
 * tenants themselves. Thread-safe; closing it gives everything back, and leaves the data.
 */
public final class Jongleur implements AutoCloseable {
  private final ModelRegistry registry;
  private final Tenants tenants;

  private Jongleur(Builder builder) {
    this.registry = new ModelRegistry(builder.clock);
    this.tenants = new Tenants(registry.works(), builder.dataSources, builder.blueprint);
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Makes a tenant known, with its database or schema and its tables. All or nothing; doing it
   * again changes nothing.
   *
   * @throws TenantException when the name is not a tenant's
   */
  public Tenant onboard(String name) {
    return handle(tenants.onboard(new TenantId(name)));
  }

  /**
   * A tenant that was onboarded, now or before this program began.
   *
   * @throws TenantException when there is none, or the name is missing or no name
   */
  public Tenant tenant(String name) {
    return handle(tenants.get(new TenantId(name)));
  }

  /** The names of all tenants. */
  public Set<String> tenants() {
    return tenants.names();
  }

  public Blueprint blueprint() {
    return tenants.blueprint();
  }

  public ModelRegistry registry() {
    return registry;
  }

  @Override
  public void close() {
    tenants.close();
  }

  private Tenant handle(TenantLife life) {
    return new Tenant(tenants, life);
  }

  /** Collects what an application is made of. Not thread-safe. */
  public static final class Builder {
    private final Map<String, Settings> dataSources = new LinkedHashMap<>();
    private Blueprint blueprint = new Blueprint(Map.of());
    private InstantSource clock = InstantSource.system();

    private Builder() {}

    public Builder dataSource(String name, Settings settings) {
      dataSources.put(name, settings);
      return this;
    }

    public Builder blueprint(Blueprint all) {
      this.blueprint = all;
      return this;
    }

    public Builder clock(InstantSource source) {
      this.clock = source;
      return this;
    }

    /**
     * Opens the data sources.
     *
     * @throws dev.jongleur.error.DefinitionException when a model's data source or connector is not
     *     there
     */
    public Jongleur build() {
      return new Jongleur(this);
    }
  }
}
