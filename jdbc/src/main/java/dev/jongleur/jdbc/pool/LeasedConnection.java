package dev.jongleur.jdbc.pool;

import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Embedding;
import dev.jongleur.jdbc.dialect.Filling;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A connection for one piece of work, outside a transaction unless one is begun; closing it gives
 * it back, once.
 */
public final class LeasedConnection implements AutoCloseable {
  private final Connection connection;
  private final Schemas schemas;
  private final String schema;
  private final Pool pool;
  private final Runnable giveBack;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private boolean limited;
  private boolean streaming;
  private boolean spoiled;
  private OptionalInt usual = OptionalInt.empty();

  LeasedConnection(
      Connection connection, Schemas schemas, String schema, Pool pool, Runnable giveBack) {
    this.connection = connection;
    this.schemas = schemas;
    this.schema = schema;
    this.pool = pool;
    this.giveBack = giveBack;
  }

  public Connection connection() {
    return connection;
  }

  /** Uses the connection for nobody else: what it was used for may have left anything on it. */
  public void spoil() {
    spoiled = true;
  }

  /** Lets no statement take longer than this, as long as it is leased. */
  public void limit(Duration time) throws SQLException {
    limited = true;
    dialect().limit(connection, time);
  }

  /** Lets statements take as long as they do, again. */
  public void unlimit() throws SQLException {
    if (limited) {
      dialect().unlimit(connection);
      limited = false;
    }
  }

  /** Lets rows be read as they are found, as long as it is leased; for one question at a time. */
  public void stream() throws SQLException {
    streaming = true;
    dialect().stream(connection, true);
  }

  /**
   * Begins a transaction, which ends when this is closed: it is undone unless it was committed.
   *
   * @param isolation a level of {@link Connection}
   */
  public void begin(int isolation) throws SQLException {
    int before = connection.getTransactionIsolation();
    if (isolation != before) {
      usual = OptionalInt.of(before);
      connection.setTransactionIsolation(isolation);
    }
    connection.setAutoCommit(false);
  }

  /** Whether the database was just made, and nobody has filled it. */
  public boolean isNew() {
    return pool.isNew();
  }

  /**
   * Does the first work in a database that was just made, if it was: all of it is in the file when
   * this returns, and nobody else does anything there meanwhile.
   *
   * @return whether the database is new; nothing was done where it is not
   */
  public boolean fill(Filling filling) throws SQLException {
    Optional<Embedding> embedding = dialect().embedding();
    if (embedding.isEmpty() || !pool.claimNew()) {
      return false;
    }
    embedding.get().fill(connection, filling);
    return true;
  }

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      try {
        hand();
      } finally {
        giveBack.run();
      }
    }
  }

  private void hand() {
    if (spoiled) {
      pool.discard(connection);
      return;
    }
    try {
      forget();
    } catch (SQLException | RuntimeException e) {
      pool.discard(connection);
      return;
    }
    pool.giveBack(connection);
  }

  /**
   * Law 8: no transaction, no isolation level, no limit and no tenant's schema stays on the
   * connection.
   */
  private void forget() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    if (usual.isPresent()) {
      connection.setTransactionIsolation(usual.getAsInt());
    }
    unlimit();
    if (streaming) {
      dialect().stream(connection, false);
    }
    if (!schema.isEmpty()) {
      schemas.leave(connection);
    }
  }

  private Dialect dialect() {
    return schemas.dialect();
  }
}
