package dev.jongleur.jdbc.pool;

import java.sql.Connection;

/**
 * The connections to one open database. Nobody waits inside it: its gate lets in as many as it has
 * connections. Thread-safe.
 */
sealed interface Pool extends AutoCloseable permits EmbeddedPool, ServerPool {
  /** Lets in who may take a connection. */
  Gate gate();

  /**
   * A connection outside a transaction.
   *
   * @throws dev.jongleur.error.ClosedException when this is closed
   * @throws dev.jongleur.error.StoreException when the database gives none
   */
  Connection take();

  /** Takes one back that is as it was. */
  void giveBack(Connection connection);

  /** Takes one back that is never to be used again: nobody knows in which state it is. */
  void discard(Connection connection);

  /** Whether this made the database, and nobody has claimed that. */
  boolean isNew();

  /** The same, claimed: true once at most. */
  boolean claimNew();

  /** Closes it with its database, whose data is to be removed: nothing of it need be kept. */
  void drop();

  /** Closes all connections, those that are taken too: what is under way on them fails. */
  @Override
  void close();
}
