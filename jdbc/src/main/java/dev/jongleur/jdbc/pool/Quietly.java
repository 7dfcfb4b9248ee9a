package dev.jongleur.jdbc.pool;

import java.sql.Connection;
import java.sql.SQLException;

/** Closes connections that are no longer needed: whether they still were open does not matter. */
final class Quietly {
  private Quietly() {}

  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      // It is gone either way.
    }
  }
}
