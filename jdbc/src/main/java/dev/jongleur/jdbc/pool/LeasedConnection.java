package dev.jongleur.jdbc.pool;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection for one piece of work, outside a transaction; closing it gives it back, once. */
public final class LeasedConnection implements AutoCloseable {
  private final Connection connection;
  private final Schemas schemas;
  private final String schema;
  private final Pool pool;
  private final Runnable giveBack;
  private final AtomicBoolean open = new AtomicBoolean(true);

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

  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      try {
        forget();
      } catch (SQLException | RuntimeException e) {
        pool.discard(connection);
      } finally {
        Quietly.close(connection);
        giveBack.run();
      }
    }
  }

  /** Law 8: no transaction and no tenant's schema stays on the connection. */
  private void forget() throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    if (!schema.isEmpty()) {
      schemas.leave(connection);
    }
  }
}
