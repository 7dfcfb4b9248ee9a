package dev.jongleur.jdbc.dialect;

import java.sql.SQLException;

/** The first work in a new database. */
@FunctionalInterface
public interface Filling {
  void fill() throws SQLException;
}
