package dev.jongleur.jdbc.pool;

import dev.jongleur.error.StoreException;
import dev.jongleur.jdbc.dialect.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** How to get into databases: the dialect and who asks. Its text never shows the password. */
public record Access(Dialect dialect, String user, String password) {

  DataSource source(String url) {
    return dialect.source(url, user, password);
  }

  /**
   * A connection outside any pool.
   *
   * @param place where the database is, for the message when it cannot be opened
   */
  Connection open(String url, String place) {
    try {
      return source(url).getConnection();
    } catch (SQLException e) {
      throw new StoreException(message(e, place), e);
    }
  }

  private String message(SQLException failure, String place) {
    return switch (dialect.fault(failure)) {
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
