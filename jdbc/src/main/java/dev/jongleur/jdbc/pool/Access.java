package dev.jongleur.jdbc.pool;

import dev.jongleur.error.StoreException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** How to get into databases: the dialect and who asks. Its text never shows the password. */
public record Access(Dialect dialect, String user, String password) {
  /** With a database that another data source of this process is just making. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(5);

  DataSource source(String url) {
    return dialect.source(url, user, password);
  }

  /**
   * A connection outside any pool.
   *
   * @param place where the database is, for the message when it cannot be opened
   */
  Connection open(String url, String place) {
    Deadline deadline = Deadline.in(PATIENCE);
    while (true) {
      try {
        return source(url).getConnection();
      } catch (SQLException e) {
        if (dialect.fault(e) != Fault.BEING_MADE || deadline.left() == 0) {
          throw new StoreException(message(e, place), e);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private String message(SQLException failure, String place) {
    return switch (dialect.fault(failure)) {
      case BEING_MADE -> place + " is still being made: try again.";
      case IN_USE -> place + " is open in another process: close it there, then try again.";
      case NOT_WRITABLE ->
          place
              + " cannot be written: give this process the right to write there, or name another.";
      case REFUSED -> place + " refuses the user or the password: check both settings.";
      default -> place + " cannot be opened.";
    };
  }

  @Override
  public String toString() {
    return dialect.name() + " as " + user;
  }
}
