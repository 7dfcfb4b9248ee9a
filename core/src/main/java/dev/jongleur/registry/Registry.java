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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The registry's works: definitions by content, tenant registries and connectors by identity. */
public final class Registry implements Environment {
  private static final Logger LOG = System.getLogger("dev.jongleur.registry");

  private final InstantSource clock;
  private final SecretDigest secrets = new SecretDigest();
  private final Definitions definitions = new Definitions();
  private final Vocabulary vocabulary = new Vocabulary();
  private final Providers providers = new Providers();
  private final SharedResources tenantRegistries = new SharedResources();
  private final SharedResources connectors = new SharedResources();
  private final SharedResources shared = new SharedResources();
  private final Events events;
  private final Forgotten forgotten;
  private final Counts counts = new Counts();
  private volatile boolean sharing = true;
  private volatile Consumer<RuntimeException> closingFailures = _ -> {};

  public Registry(InstantSource clock) {
    this.clock = clock;
    this.events = new Events(clock);
    this.forgotten = new Forgotten(events);
  }

  /** Opens one partition of a data source for an owner; whoever opens it closes it. */
  public OpenedStore open(Settings settings, Partition partition, Object owner) {
    DataSourceId id = id(settings);
    Lease<TenantRegistry> registry =
        tenantRegistries.lease(
            new RegistryKey(id, partition),
            TenantRegistry.class,
            () -> new TenantRegistry(counts, clock.instant()));
    try {
      Lease<Connector> connector = connector(settings, owner);
      Store store = storeOf(connector, partition);
      counts.opened();
      return new OpenedStore(id, settings, registry, connector, store);
    } catch (RuntimeException | Error e) {
      registry.close();
      throw e;
    }
  }

  private DataSourceId id(Settings settings) {
    Settings canonical = providers.named(settings.connector()).canonical(settings);
    return DataSourceId.of(canonical, secrets);
  }

  /** The connector of a data source, shared with all who may share it. */
  public Lease<Connector> connector(Settings settings, Object owner) {
    ConnectorProvider provider = providers.named(settings.connector());
    Object sharer = provider.isShared(settings) ? ConnectorKey.ANYONE : owner;
    return connectors.lease(
        new ConnectorKey(id(settings), sharer),
        Connector.class,
        () -> provider.open(settings, this));
  }

  /** The definition that stands for all equal to this one; itself where nothing is shared. */
  public ModelDefinition share(ModelDefinition definition) {
    return sharing ? definitions.share(definition) : definition;
  }

  /** Whether equal definitions are one object, from now on; they are unless said otherwise. */
  public void sharing(boolean share) {
    this.sharing = share;
  }

  /** The mixins and value types that models everywhere may name. */
  public Vocabulary vocabulary() {
    return vocabulary;
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
    return counts.tenantRegistries();
  }

  public int tenantRegistriesPeak() {
    return counts.tenantRegistriesPeak();
  }

  /**
   * Open leases of every kind: on tenant registries, connectors and what connectors share; a
   * transaction that goes on and a stream that is open are one too.
   */
  public int leases() {
    return tenantRegistries.leases()
        + connectors.leases()
        + shared.leases()
        + counts.transactions()
        + counts.streams();
  }

  /** Counts a stream more that is open, or less. */
  public void streams(int more) {
    counts.streams(more);
  }

  /** Counts a transaction more that goes on, or less. */
  public void transactions(int more) {
    counts.transactions(more);
  }

  /**
   * The same by kind: {@code tenantRegistry}, {@code connector}, {@code transaction} and {@code
   * stream} where there are any, and the types of the others.
   */
  public Map<String, Integer> leasesByKind() {
    var kinds = new TreeMap<>(shared.leasesByType());
    kinds.put("tenantRegistry", tenantRegistries.leases());
    kinds.put("connector", connectors.leases());
    if (counts.transactions() > 0) {
      kinds.put("transaction", counts.transactions());
    }
    if (counts.streams() > 0) {
      kinds.put("stream", counts.streams());
    }
    return kinds;
  }

  /** The tenant registries that are leased at this moment; walks over them. */
  public List<HeldRegistry> heldRegistries() {
    return tenantRegistries.held().map(HeldRegistry::of).toList();
  }

  /** How many models are bound to owners. */
  public int models() {
    return counts.models();
  }

  public int definitions() {
    return definitions.size();
  }

  /** How many distinct shapes the definitions have. */
  public int shapes() {
    return definitions.shapes();
  }

  /** How many properties the distinct definitions have together. */
  public long properties() {
    return definitions.properties();
  }

  /** Which part of the definitions that came were known by content already. */
  public double reuse() {
    long calls = definitions.calls();
    return calls == 0 ? 0 : (double) definitions.known() / calls;
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
    return counts.everOpened();
  }

  /** Says who is told of a closing that failed when nobody waited for it; one at most. */
  public void whenClosingFails(Consumer<RuntimeException> told) {
    this.closingFailures = told;
  }

  /** Takes note of a closing that failed when nobody was there to be told. */
  public void closingFailed(String owner, Throwable failure) {
    counts.closingFailed();
    if (failure instanceof RuntimeException known) {
      closingFailures.accept(known);
    }
    LOG.log(Level.WARNING, "Giving back what " + owner + " held failed.", failure);
  }

  /** How many closings failed that nobody waited for. */
  public long failedClosings() {
    return counts.failedClosings();
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
