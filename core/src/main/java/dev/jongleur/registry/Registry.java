package dev.jongleur.registry;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The registry's works: definitions by content, tenant registries and connectors by identity. */
public final class Registry implements Environment {
  private static final Logger LOG = System.getLogger("dev.jongleur.registry");

  private final InstantSource clock;
  private final SecretDigest secrets = new SecretDigest();
  private final Definitions definitions = new Definitions();
  private volatile boolean sharing = true;
  private final Providers providers = new Providers();
  private final SharedResources tenantRegistries = new SharedResources();
  private final SharedResources connectors = new SharedResources();
  private final SharedResources shared = new SharedResources();
  private final Events events;
  private final Forgotten forgotten;
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final AtomicLong opened = new AtomicLong();
  private final AtomicLong failedClosings = new AtomicLong();

  public Registry(InstantSource clock) {
    this.clock = clock;
    this.events = new Events(clock);
    this.forgotten = new Forgotten(events);
  }

  /** Opens one partition of a data source for an owner; whoever opens it closes it. */
  public OpenedStore open(Settings settings, Partition partition, Object owner) {
    DataSourceId id = DataSourceId.of(settings, secrets);
    Lease<TenantRegistry> registry =
        tenantRegistries.lease(
            new RegistryKey(id, partition),
            TenantRegistry.class,
            () -> new TenantRegistry(live, peak));
    try {
      Lease<Connector> connector = connector(settings, owner);
      Store store = storeOf(connector, partition);
      opened.incrementAndGet();
      return new OpenedStore(id, settings, registry, connector, store);
    } catch (RuntimeException | Error e) {
      registry.close();
      throw e;
    }
  }

  /** The connector of a data source, shared with all who may share it. */
  public Lease<Connector> connector(Settings settings, Object owner) {
    ConnectorProvider provider = providers.named(settings.connector());
    Object sharer = provider.isShared(settings) ? ConnectorKey.ANYONE : owner;
    return connectors.lease(
        new ConnectorKey(DataSourceId.of(settings, secrets), sharer),
        Connector.class,
        () -> provider.open(settings, this));
  }

  public ModelDefinition share(ModelDefinition definition) {
    return sharing ? definitions.share(definition) : definition;
  }

  /** Whether equal definitions are one object, from now on; they are unless said otherwise. */
  public void sharing(boolean share) {
    this.sharing = share;
  }

  public Set<String> connectorNames() {
    return providers.names();
  }

  @Override
  public <R extends AutoCloseable> Lease<R> share(Object key, Class<R> type, Supplier<R> maker) {
    return shared.lease(key, type, maker);
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  public int tenantRegistries() {
    return live.get();
  }

  public int tenantRegistriesPeak() {
    return peak.get();
  }

  /** Open leases of every kind: on tenant registries, connectors and what connectors share. */
  public int leases() {
    return tenantRegistries.leases() + connectors.leases() + shared.leases();
  }

  public int definitions() {
    return definitions.size();
  }

  /** Hands on what happens. */
  public Events events() {
    return events;
  }

  /** Watches for what is dropped without being closed. */
  public Forgotten forgotten() {
    return forgotten;
  }

  /** How many partitions of data sources were ever opened. */
  public long opened() {
    return opened.get();
  }

  /** Takes note of a closing that failed when nobody was there to be told. */
  public void closingFailed(String owner, Throwable failure) {
    failedClosings.incrementAndGet();
    LOG.log(Level.WARNING, "Giving back what " + owner + " held failed.", failure);
  }

  /** How many closings failed that nobody waited for. */
  public long failedClosings() {
    return failedClosings.get();
  }

  private static Store storeOf(Lease<Connector> connector, Partition partition) {
    try {
      return connector.get().store(partition);
    } catch (RuntimeException | Error e) {
      connector.close();
      throw e;
    }
  }
}
