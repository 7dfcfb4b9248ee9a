package dev.jongleur.jdbc.pool;

import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Leases connections to tenants' databases or schemas within what settings allow. */
public final class Leases implements AutoCloseable {
  private static final int PING_SECONDS = 5;

  /** Connections to a server beyond its budget. */
  private static final int BEYOND = 1;

  private final Access access;
  private final Place place;
  private final Limits limits;
  private final Isolation isolation;
  private final Schemas schemas;
  private final Lease<Housekeeping> housekeeping;
  private final Lease<Gate> budget;
  private final Lease<Gate> beyond;
  private final OpenDatabases databases;
  private final Future<?> sweep;
  private volatile boolean closed;

  public Leases(
      Access access, Place place, Limits limits, Isolation isolation, Environment environment) {
    this.access = access;
    this.place = place;
    this.limits = limits;
    this.isolation = isolation;
    this.schemas = new Schemas(access.dialect());
    this.housekeeping =
        environment.share(new Housekeeping.Key(), Housekeeping.class, Housekeeping::new);
    this.budget =
        environment.share(
            new Gate.Server(access.dialect().name(), place.server()),
            Gate.class,
            () -> new Gate("connections to the database server", limits.connections()));
    this.beyond =
        environment.share(
            new Gate.Beyond(access.dialect().name(), place.server()),
            Gate.class,
            () -> new Gate("connections that make tables beside transactions", BEYOND));
    this.databases =
        new OpenDatabases(this::open, limits.databases(), limits.idle(), environment.clock());
    this.sweep = sweep();
  }

  /**
   * A connection with a partition's tables.
   *
   * @throws dev.jongleur.error.CapacityException when none became free in time
   */
  public LeasedConnection lease(Partition partition) {
    return lease(partition, pool -> List.of(pool.gate(), budget.get()));
  }

  /**
   * A connection for short work that the holder of another one waits for, and that waits for nobody
   * who holds one: one at a time, beyond the budget, so that all of that may be held.
   *
   * @throws dev.jongleur.error.CapacityException when it did not become free in time
   */
  public LeasedConnection beside(Partition partition) {
    return lease(partition, _ -> List.of(beyond.get()));
  }

  /** The named partitions that are there. */
  public Set<String> partitions() {
    if (isolation == Isolation.DATABASE_PER_TENANT) {
      return place.databases();
    }
    try (LeasedConnection lease = lease(Partition.WHOLE)) {
      return schemas.names(lease.connection());
    } catch (SQLException e) {
      throw new StoreException(place.describe("") + " does not tell its schemas.", e);
    }
  }

  /** Whether a named partition is there. */
  public boolean holds(Partition partition) {
    return isolation == Isolation.DATABASE_PER_TENANT
        ? place.holds(partition.name())
        : partitions().contains(partition.name());
  }

  /** Tries whether the databases can be reached, without making one. */
  public void ping() {
    if (isolation == Isolation.DATABASE_PER_TENANT && place.hasMany()) {
      place.ping();
      return;
    }
    try (LeasedConnection lease = lease(Partition.WHOLE)) {
      if (!lease.connection().isValid(PING_SECONDS)) {
        throw new StoreException(place.describe("") + " does not answer.");
      }
    } catch (SQLException e) {
      throw new StoreException(place.describe("") + " does not answer.", e);
    }
  }

  /** Closes a partition's own database, unless it is in use. */
  public void release(Partition partition) {
    if (isolation == Isolation.DATABASE_PER_TENANT) {
      databases.closeUnused(partition.name());
    }
  }

  /** Removes a partition with its data; what is under way on it fails. */
  public void erase(Partition partition) {
    if (isolation == Isolation.DATABASE_PER_TENANT) {
      databases.drop(partition.name());
      place.erase(partition.name());
      return;
    }
    try (LeasedConnection lease = lease(Partition.WHOLE)) {
      schemas.drop(lease.connection(), partition.name());
    } catch (SQLException e) {
      throw new StoreException(place.describe("") + " does not remove a schema.", e);
    }
  }

  /** Stops statements whose time is over. */
  public Alarm alarm() {
    return new Alarm(housekeeping.get().clockwork());
  }

  /** The databases that are open now. */
  public OpenDatabases databases() {
    return databases;
  }

  /** How many connections are leased now, by all connectors to this server. */
  public int leased() {
    return budget.get().inside() + beyond.get().inside();
  }

  /** What is open, the most that ever was, and the most that may be, by name. */
  public Map<String, Long> figures() {
    var figures = new LinkedHashMap<String, Long>();
    put(figures, "databases", databases.open());
    put(figures, "connections", budget.get());
    return Collections.unmodifiableMap(figures);
  }

  private static void put(Map<String, Long> figures, String what, Gate gate) {
    figures.put(what, (long) gate.inside());
    figures.put(what + "Peak", (long) gate.peak());
    figures.put(what + "Most", (long) gate.width());
  }

  /** Closes everything and waits for it, the last named first; what is under way fails. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try (housekeeping;
          budget;
          beyond;
          place;
          databases) {
        var _ = sweep.cancel(false);
      }
    }
  }

  private LeasedConnection lease(Partition partition, Function<Pool, List<Gate>> gates) {
    if (closed) {
      throw new ClosedException("The data source is closed.");
    }
    Deque<Runnable> taken = new ArrayDeque<>();
    try {
      Pool pool = enter(partition, gates, taken);
      return leased(pool, partition, taken);
    } catch (RuntimeException | Error e) {
      taken.forEach(Runnable::run);
      throw e;
    }
  }

  private Pool enter(Partition partition, Function<Pool, List<Gate>> gates, Deque<Runnable> taken) {
    Deadline deadline = Deadline.in(limits.longestWait());
    var held = databases.claim(database(partition), deadline);
    taken.push(() -> databases.release(held));
    gates.apply(held.pool()).forEach(gate -> enter(gate, deadline, taken));
    return held.pool();
  }

  private LeasedConnection leased(Pool pool, Partition partition, Deque<Runnable> taken) {
    String schema = schema(partition);
    Connection connection = pool.take();
    try {
      if (!schema.isEmpty()) {
        schemas.enter(connection, schema);
      }
    } catch (SQLException e) {
      pool.discard(connection);
      throw new StoreException(
          place.describe(database(partition)) + " refuses a schema of its own.", e);
    }
    return new LeasedConnection(
        connection, schemas, schema, pool, () -> taken.forEach(Runnable::run));
  }

  private static void enter(Gate gate, Deadline deadline, Deque<Runnable> taken) {
    gate.enter(deadline);
    taken.push(gate::leave);
  }

  private String database(Partition partition) {
    return isolation == Isolation.DATABASE_PER_TENANT ? partition.name() : "";
  }

  private String schema(Partition partition) {
    return isolation == Isolation.SCHEMA_PER_TENANT ? partition.name() : "";
  }

  private Pool open(String database) {
    int most = place.hasMany() ? limits.perDatabase(isolation) : limits.connections();
    boolean isNew = place.closesWithPool() && !place.holds(database);
    String url = place.url(database);
    String description = place.describe(database);
    return access.dialect().isInProcess(url)
        ? EmbeddedPool.open(access, url, description, most, isNew)
        : ServerPool.open(access, url, description, most, housekeeping.get());
  }

  private Future<?> sweep() {
    long pause = Math.max(1000, limits.idle().toMillis() / 2);
    return housekeeping
        .get()
        .clockwork()
        .scheduleWithFixedDelay(databases::closeIdle, pause, pause, TimeUnit.MILLISECONDS);
  }
}
