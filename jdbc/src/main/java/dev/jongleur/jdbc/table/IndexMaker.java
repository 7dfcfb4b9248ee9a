package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the indexes that a model wants and its table has not. Never removes any. Stateless. */
record IndexMaker(Dialect dialect, TableText text) {

  /** The indexes there are; not asked where none is wanted. */
  List<Indexes.Found> there(Connection connection, ModelDefinition model, Mapping mapping)
      throws SQLException {
    return WantedIndex.of(model, mapping).isEmpty()
        ? List.of()
        : Indexes.in(connection, mapping.table());
  }

  /**
   * Those that are wanted and not there.
   *
   * @throws dev.jongleur.error.UnsupportedException when one promises what a column cannot keep
   */
  List<WantedIndex> missing(
      ModelDefinition model,
      Mapping mapping,
      Map<String, TableReader.Found> columns,
      List<Indexes.Found> there) {
    var missing = new ArrayList<WantedIndex>();
    for (WantedIndex wanted : WantedIndex.of(model, mapping)) {
      boolean served = there.stream().anyMatch(found -> found.serves(wanted));
      if (!served && fits(model, wanted, columns)) {
        missing.add(wanted);
      }
    }
    return missing;
  }

  /** The indexes there are afterwards. */
  List<Indexes.Found> make(
      Connection connection,
      ModelDefinition model,
      Mapping mapping,
      Map<String, TableReader.Found> columns)
      throws SQLException {
    List<Indexes.Found> there = there(connection, model, mapping);
    List<WantedIndex> missing = missing(model, mapping, columns, there);
    for (WantedIndex wanted : missing) {
      make(connection, model, mapping, wanted);
    }
    return missing.isEmpty() ? there : Indexes.in(connection, mapping.table());
  }

  /** A column of a table that was there before may be one that no index takes. */
  private static boolean fits(
      ModelDefinition model, WantedIndex wanted, Map<String, TableReader.Found> columns) {
    for (int i = 0; i < wanted.keys().size(); i++) {
      TableReader.Found column = TableReader.of(columns, wanted.columns().get(i));
      if (!column.isIndexable()) {
        if (wanted.unique()) {
          throw WantedIndex.unkept(model, wanted.index(), wanted.index().paths().get(i));
        }
        return false;
      }
    }
    return true;
  }

  private void make(
      Connection connection, ModelDefinition model, Mapping mapping, WantedIndex wanted)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(text.index(mapping.table(), wanted));
    } catch (SQLException e) {
      if (dialect.fault(e) == Fault.DUPLICATE) {
        throw DuplicateException.amongRows(model.name(), wanted.index().paths());
      }
      throw e;
    }
  }
}
