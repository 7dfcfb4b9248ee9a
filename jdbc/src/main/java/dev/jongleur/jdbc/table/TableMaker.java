package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * Makes a model's table, or adds what it lacks: columns and indexes, never less. Its statements end
 * a transaction, so the connection has none. Stateless.
 */
public final class TableMaker {
  private final Dialect dialect;
  private final TableText text;
  private final TableReader reader;

  public TableMaker(Dialect dialect) {
    this.dialect = dialect;
    this.text = new TableText(dialect);
    this.reader = new TableReader(dialect, text);
  }

  /** The table with a column for each property, made where it was not there. */
  public Table prepare(Connection connection, ModelDefinition model) throws SQLException {
    Mapping mapping = Mapping.of(model, dialect.name());
    var found = reader.columns(connection, mapping.table());
    if (found.isEmpty()) {
      execute(connection, text.create(model, mapping));
      found = reader.columns(connection, mapping.table());
    }
    Map<String, TableReader.Found> columns = found.orElseThrow();
    List<String> missing = text.widen(model, mapping, columns.keySet());
    for (String widen : missing) {
      execute(connection, widen);
    }
    if (!missing.isEmpty()) {
      columns = reader.columns(connection, mapping.table()).orElseThrow();
    }
    return reader.table(model, mapping, columns, indexed(connection, model, mapping));
  }

  /** The table as new: without rows, with ids that start from one. */
  public Table recreate(Connection connection, ModelDefinition model) throws SQLException {
    execute(connection, text.drop(Mapping.of(model, dialect.name()).table()));
    return prepare(connection, model);
  }

  /** Gives up a property's column. */
  public void vacate(Connection connection, ModelDefinition model, String property)
      throws SQLException {
    Mapping mapping = Mapping.of(model, dialect.name());
    String column = mapping.columns().getOrDefault(property, property);
    execute(connection, text.dropColumn(mapping.table(), column));
  }

  /** Makes generated ids go on from here. */
  public void restart(Connection connection, Table table, long next) throws SQLException {
    String column = table.column(table.identity()).name();
    execute(connection, text.restart(table.name(), column, next));
  }

  private List<Indexes.Found> indexed(Connection connection, ModelDefinition model, Mapping mapping)
      throws SQLException {
    if (model.properties().stream().noneMatch(Indexes::isWanted)) {
      return List.of();
    }
    List<Indexes.Found> there = Indexes.in(connection, mapping.table());
    int made = 0;
    for (Property property : model.properties()) {
      made += index(connection, model, mapping, property, there) ? 1 : 0;
    }
    return made == 0 ? there : Indexes.in(connection, mapping.table());
  }

  private boolean index(
      Connection connection,
      ModelDefinition model,
      Mapping mapping,
      Property property,
      List<Indexes.Found> there)
      throws SQLException {
    String column = mapping.columns().getOrDefault(property.name(), property.name());
    boolean unique = Indexes.isUnique(property);
    if (!Indexes.isWanted(property) || there.stream().anyMatch(i -> i.serves(column, unique))) {
      return false;
    }
    try {
      execute(connection, text.index(mapping.table(), column, unique));
      return true;
    } catch (SQLException e) {
      if (dialect.fault(e) == Fault.DUPLICATE) {
        throw notUnique(model, property);
      }
      throw e;
    }
  }

  private static DuplicateException notUnique(ModelDefinition model, Property property) {
    return new DuplicateException(
        "Rows of \""
            + model.name()
            + "\" share a \""
            + property.name()
            + "\", which is to be unique.");
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }
}
