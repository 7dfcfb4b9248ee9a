package dev.jongleur.jdbc;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.JongleurException;
import dev.jongleur.error.StoreException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Table;
import java.sql.Connection;
import java.sql.SQLException;

/** What a database's failure means to the caller. Messages have no value and no SQL. */
record Failures(Dialect dialect) {

  /** One of a statement on a table, with the connection it was made on. */
  JongleurException of(
      SQLException failure, ModelDefinition model, Table table, Connection connection) {
    String name = "\"" + model.name() + "\"";
    return switch (dialect.fault(failure)) {
      case DUPLICATE -> duplicate(failure, model, table, connection);
      case TOO_LARGE -> new DataException("A value is too large for its column of " + name + ".");
      case UNFIT ->
          new DataException("A value does not fit the type of its column of " + name + ".");
      case LOCKED -> new CapacityException("Rows of " + name + " stayed locked: try again.");
      case CONFLICT ->
          new StoreException(
              "Changes of " + name + " stood in each other's way: try again.", failure);
      case NO_TABLE,
          NO_COLUMN,
          NO_SCHEMA,
          TIMEOUT,
          BEING_MADE,
          IN_USE,
          NOT_WRITABLE,
          REFUSED,
          OTHER ->
          of(failure, model);
    };
  }

  /** One that has nothing to do with a table's data. */
  JongleurException of(SQLException failure, ModelDefinition model) {
    return new StoreException("The database failed on \"" + model.name() + "\".", failure);
  }

  private DuplicateException duplicate(
      SQLException failure, ModelDefinition model, Table table, Connection connection) {
    return new DuplicateException(
        model.name(), Violation.of(dialect, failure, table, connection).properties());
  }
}
