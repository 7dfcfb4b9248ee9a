package dev.jongleur.jdbc;

import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Indexes;
import dev.jongleur.jdbc.table.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which key has a value already that was to be put there again.
 *
 * @param properties what it is made of
 * @param isId whether it is the key of the table
 */
record Violation(List<String> properties, boolean isId) {

  /** As a failure tells it; an index that was not seen with the table is looked up. */
  static Violation of(Dialect dialect, SQLException failure, Table table, Connection connection) {
    Optional<String> index = dialect.violated(failure);
    return index
        .flatMap(table::unique)
        .or(() -> index.flatMap(name -> lookUp(name, table, connection)))
        .map(properties -> new Violation(properties, false))
        .orElseGet(() -> new Violation(table.properties(keys(table)), true));
  }

  private static Optional<List<String>> lookUp(String index, Table table, Connection connection) {
    try {
      var key = new HashSet<>(keys(table));
      return Indexes.in(connection, table.name()).stream()
          .filter(found -> found.name().equals(index))
          .filter(found -> !key.equals(new HashSet<>(found.columns())))
          .findFirst()
          .map(found -> table.properties(found.columns()));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private static List<String> keys(Table table) {
    return table.keys().stream().map(place -> table.column(place).name()).toList();
  }
}
