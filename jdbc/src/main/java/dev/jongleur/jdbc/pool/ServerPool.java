package dev.jongleur.jdbc.pool;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** Connections to a database behind a server, of which some are kept while nobody needs them. */
final class ServerPool implements Pool {
  private static final Duration IDLE = Duration.ofSeconds(30);

  /** One may be taken by whoever has not entered the gate. */
  private static final int ONE_BESIDE = 1;

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
  private final Gate gate;
  private final String place;

  private ServerPool(HikariDataSource connections, Gate gate, String place) {
    this.connections = connections;
    this.gate = gate;
    this.place = place;
  }

  /**
   * Connects when a connection is needed.
   *
   * @param place how messages call it
   */
  static Pool open(Access access, String url, String place, int most, Housekeeping housekeeping) {
    var config = new HikariConfig();
    config.setPoolName("jongleur " + access.dialect().name());
    config.setDataSource(access.source(url));
    config.setMaximumPoolSize(most + ONE_BESIDE);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setIdleTimeout(IDLE.toMillis());
    config.setMaxLifetime(0);
    config.setThreadFactory(Housekeeping.THREADS);
    config.setScheduledExecutor(housekeeping.clockwork());
    return new ServerPool(
        new HikariDataSource(config), new Gate("connections to one database", most), place);
  }

  @Override
  public Gate gate() {
    return gate;
  }

  @Override
  public Connection take() {
    try {
      return connections.getConnection();
    } catch (SQLException e) {
      if (connections.isClosed()) {
        throw new ClosedException("The database was closed.");
      }
      throw new StoreException(place + " gives no connection: see whether it runs.", e);
    }
  }

  @Override
  public void giveBack(Connection connection) {
    Quietly.close(connection);
  }

  @Override
  public void discard(Connection connection) {
    connections.evictConnection(connection);
    Quietly.close(connection);
  }

  @Override
  public boolean isNew() {
    return false;
  }

  @Override
  public boolean claimNew() {
    return false;
  }

  @Override
  public void drop() {
    close();
  }

  @Override
  public void close() {
    connections.close();
  }
}
