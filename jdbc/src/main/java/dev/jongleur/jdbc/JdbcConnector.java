package dev.jongleur.jdbc;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.TenantException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.jdbc.pool.Leases;
import dev.jongleur.jdbc.sql.Plans;
import java.sql.SQLException;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The databases of one data source. Holds its leases and its share of the plan cache. */
final class JdbcConnector implements Connector {
  /** Tenant names come checked; this is the last look before they become a file or a schema. */
  private static final Pattern TENANT = Pattern.compile("[a-z0-9_-]{1,100}");

  private static final Set<Capability> CAPABILITIES =
      EnumSet.of(
          Capability.NESTED_PROPERTIES,
          Capability.ARRAY_QUERIES,
          Capability.LIKE,
          Capability.REGEXP,
          Capability.NEAR,
          Capability.OPEN_MODELS,
          Capability.DURABLE,
          Capability.PARTITIONS,
          Capability.TRANSACTIONS,
          Capability.TURNS,
          Capability.VERSIONS);

  private final JdbcSettings settings;
  private final Lease<Plans> plans;
  private final Leases leases;
  private final Lease<Making> making;
  private final Lease<Stripes> turns;
  private final Set<Capability> capabilities;
  private volatile boolean closed;

  JdbcConnector(JdbcSettings settings, Environment environment) {
    this.settings = settings;
    this.capabilities = capabilities(settings);
    this.plans = environment.share(new Plans.Key(), Plans.class, Plans::new);
    String dialect = settings.access().dialect().name();
    String home = settings.place().home();
    this.making = environment.share(new Making.Key(dialect, home), Making.class, Making::new);
    this.turns = environment.share(new Stripes.Key(dialect, home), Stripes.class, Stripes::new);
    this.leases =
        new Leases(
            settings.access(),
            settings.place(),
            settings.limits(),
            settings.isolation(),
            environment);
  }

  @Override
  public boolean connects() {
    return true;
  }

  @Override
  public List<String> types() {
    return List.of("rdbms", "sql");
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  @Override
  public Store store(Partition partition) {
    check(partition);
    return new JdbcStore(
        new Session(
            settings.access().dialect(),
            leases,
            plans.get(),
            partition,
            making.get().on(partition)),
        table -> turns.get().of(List.of(partition, table)));
  }

  @Override
  public Set<String> partitions() {
    refuseClosed();
    return settings.hasPartitions() ? leases.partitions() : Set.of();
  }

  @Override
  public boolean holds(Partition partition) {
    check(partition);
    return settings.hasPartitions() && leases.holds(partition);
  }

  @Override
  public void release(Partition partition) {
    check(partition);
    leases.release(partition);
  }

  @Override
  public void erase(Partition partition) {
    check(partition);
    if (partition.isWhole()) {
      throw new UnsupportedException("Only a tenant's data can be erased, not the whole.");
    }
    leases.erase(partition);
  }

  /** On the partition's own database; not where it is one of several schemas. */
  @Override
  public List<Map<String, Object>> execute(
      Partition partition, String command, List<? extends @Nullable Object> parameters) {
    check(partition);
    if (settings.isolation() == Isolation.SCHEMA_PER_TENANT) {
      throw new UnsupportedException(
          "Where tenants have schemas of one database no command is carried out: it could name another's.");
    }
    try (LeasedConnection lease = leases.lease(partition)) {
      lease.spoil();
      return Commands.run(lease.connection(), command, parameters);
    } catch (SQLException e) {
      throw new StoreException("The database did not carry out a command.", e);
    }
  }

  @Override
  public void ping() {
    refuseClosed();
    leases.ping();
  }

  @Override
  public Map<String, Long> figures() {
    refuseClosed();
    return leases.figures();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try (plans;
          making;
          turns;
          leases) {
        // the last named first, and the others whatever happens
      }
    }
  }

  /** What is open now, for tests and statistics. */
  Leases leases() {
    return leases;
  }

  private void check(Partition partition) {
    refuseClosed();
    if (partition.isWhole()) {
      return;
    }
    if (!settings.hasPartitions()) {
      throw new UnsupportedException(
          "This data source has one database for all; for tenants give it a \"directory\" or the"
              + " isolation SCHEMA_PER_TENANT.");
    }
    if (!TENANT.matcher(partition.name()).matches()) {
      throw TenantException.invalid("it has lower-case letters, digits, - and _ only.");
    }
  }

  private void refuseClosed() {
    if (closed) {
      throw new ClosedException("The data source is closed.");
    }
  }

  private static Set<Capability> capabilities(JdbcSettings settings) {
    var all = EnumSet.copyOf(CAPABILITIES);
    if (!settings.hasPartitions()) {
      all.remove(Capability.PARTITIONS);
    }
    if (!settings.place().isDurable()) {
      all.remove(Capability.DURABLE);
    }
    return Collections.unmodifiableSet(all);
  }
}
