package dev.jongleur.jdbc.pool;

import dev.jongleur.connector.Isolation;
import java.time.Duration;

/**
 * How much a connector may hold at a time.
 *
 * @param connections to the database server, by all connectors together
 * @param databases of tenants that are open
 * @param idle after which an unused database is closed
 * @param longestWait for a connection, before it is a {@code CapacityException}
 */
public record Limits(int connections, int databases, Duration idle, Duration longestWait) {
  private static final int FOR_ONE_TENANT = 8;

  /** The most connections of one pool: one tenant among many does not take them all. */
  int perDatabase(Isolation isolation) {
    return isolation == Isolation.DATABASE_PER_TENANT
        ? Math.min(connections, FOR_ONE_TENANT)
        : connections;
  }
}
