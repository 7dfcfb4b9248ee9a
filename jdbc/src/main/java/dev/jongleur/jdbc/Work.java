package dev.jongleur.jdbc;

import java.sql.SQLException;

/** What is done with a model's rows on one connection. May be done again after a conflict. */
@FunctionalInterface
interface Work<T> {
  T on(Rows rows) throws SQLException;
}
