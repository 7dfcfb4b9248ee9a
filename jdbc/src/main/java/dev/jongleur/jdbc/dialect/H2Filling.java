package dev.jongleur.jdbc.dialect;

import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills a new H2 database. Commits are not written one by one while it is filled, so nobody else
 * may commit anything then: others wait, and new connections are refused.
 */
record H2Filling(Statement statement) {
  /** Longer than filling takes: what is written before its end is written twice. */
  private static final String LATER = "set WRITE_DELAY 60000";

  private static final String AT_ONCE = "set WRITE_DELAY 0";

  void around(Filling filling) throws SQLException {
    run("set EXCLUSIVE 1");
    try {
      alone(filling);
    } finally {
      run("set EXCLUSIVE 0");
    }
  }

  private void alone(Filling filling) throws SQLException {
    run(LATER);
    try {
      filling.fill();
      run("checkpoint");
    } finally {
      run(AT_ONCE);
    }
  }

  private void run(String sql) throws SQLException {
    var _ = statement.execute(sql);
  }
}
