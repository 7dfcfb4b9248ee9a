package dev.jongleur.jdbc.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/**
 * The connections to one open database. Nobody waits inside it: its gate lets in as many as it has
 * connections.
 */
final class Pool implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(30);

  /**
   * The pool's library remembers in each thread which connections it had. Strongly, unless told
   * otherwise: a pool that another thread closes would then stay for as long as its users' threads.
   */
  private static final String WEAK = "com.zaxxer.hikari.useWeakReferences";

  static {
    if (System.getProperty(WEAK) == null) {
      var _ = System.setProperty(WEAK, "true");
    }
  }

  private final HikariDataSource connections;
  private final Optional<Connection> anchor;
  private final Gate gate;
  private final String place;

  private Pool(HikariDataSource connections, Optional<Connection> anchor, Gate gate, String place) {
    this.connections = connections;
    this.anchor = anchor;
    this.gate = gate;
    this.place = place;
  }

  /** Opens a database; fails at once, and in words, where it cannot be opened. */
  static Pool open(
      Access access, Place place, String database, int most, Housekeeping housekeeping) {
    String url = place.url(database);
    String description = place.describe(database);
    Optional<Connection> anchor =
        place.closesWithPool() ? Optional.of(access.open(url, description)) : Optional.empty();
    var config = new HikariConfig();
    config.setPoolName("jongleur " + access.dialect().name());
    config.setDataSource(access.source(url));
    config.setMaximumPoolSize(most);
    firstConnection(config, access.dialect().isInProcess(url));
    config.setIdleTimeout(most > config.getMinimumIdle() ? IDLE.toMillis() : 0);
    config.setMaxLifetime(0);
    config.setThreadFactory(Housekeeping.THREADS);
    config.setScheduledExecutor(housekeeping.clockwork());
    return new Pool(
        connections(config, anchor, description),
        anchor,
        new Gate("connections to one database", most),
        description);
  }

  /**
   * In this process the first one is made with the pool, by whoever opens it: the thread that would
   * make it later sleeps for 30 ms afterwards, and closing the pool waits for that.
   */
  private static void firstConnection(HikariConfig config, boolean atOnce) {
    config.setMinimumIdle(atOnce ? 1 : 0);
    config.setInitializationFailTimeout(atOnce ? 1 : -1);
  }

  private static HikariDataSource connections(
      HikariConfig config, Optional<Connection> anchor, String place) {
    try {
      return new HikariDataSource(config);
    } catch (RuntimeException e) {
      anchor.ifPresent(Quietly::close);
      throw new StoreException(place + " cannot be opened.", e);
    }
  }

  Gate gate() {
    return gate;
  }

  Connection take() {
    try {
      return connections.getConnection();
    } catch (SQLException e) {
      if (connections.isClosed()) {
        throw new ClosedException("The database was closed.");
      }
      throw new StoreException(place + " gives no connection: see whether it runs.", e);
    }
  }

  /** Never to be used again, since nobody knows in which state it is. */
  void discard(Connection connection) {
    connections.evictConnection(connection);
  }

  @Override
  public void close() {
    connections.close();
    anchor.ifPresent(Quietly::close);
  }
}
