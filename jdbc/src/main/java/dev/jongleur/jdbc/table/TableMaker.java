package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.table.Recipes.Recipe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a model's table, or adds what it lacks: columns and indexes, never less. Its statements end
 * a transaction, so the connection has none. Stateless.
 */
public final class TableMaker {
  private final Dialect dialect;
  private final TableText text;
  private final TableReader reader;
  private final IndexMaker indexes;
  private final Recipes recipes;

  public TableMaker(Dialect dialect, Recipes recipes) {
    this.dialect = dialect;
    this.recipes = recipes;
    this.text = new TableText(dialect);
    this.reader = new TableReader(dialect, text);
    this.indexes = new IndexMaker(dialect, text);
  }

  /** The table, if it is there with everything that the model needs. */
  public Optional<Table> find(Connection connection, ModelDefinition model) throws SQLException {
    Mapping mapping = Mapping.of(model, dialect.name());
    Optional<Map<String, TableReader.Found>> there = reader.columns(connection, mapping.table());
    if (there.isEmpty() || !text.widen(model, mapping, there.get().keySet()).isEmpty()) {
      return Optional.empty();
    }
    List<Indexes.Found> found = indexes.there(connection, model, mapping);
    return indexes.missing(model, mapping, there.get(), found).isEmpty()
        ? Optional.of(reader.table(model, mapping, there.get(), found))
        : Optional.empty();
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
    return reader.table(model, mapping, columns, indexes.make(connection, model, mapping, columns));
  }

  /**
   * A table that is not there yet, as it was made for this model in other places: it is neither
   * looked for nor looked at.
   */
  public Table make(Connection connection, ModelDefinition model) throws SQLException {
    Optional<Recipe> known = recipes.find(dialect.name(), model);
    if (known.isEmpty()) {
      return makeFirst(connection, model);
    }
    for (String statement : known.get().statements()) {
      execute(connection, statement);
    }
    return known.get().table();
  }

  private Table makeFirst(Connection connection, ModelDefinition model) throws SQLException {
    Mapping mapping = Mapping.of(model, dialect.name());
    List<String> statements = text.whole(model, mapping);
    for (String statement : statements) {
      execute(connection, statement);
    }
    Table made = prepare(connection, model);
    recipes.keep(dialect.name(), model, new Recipe(statements, made));
    return made;
  }

  /** Whether the schema of the connection has any table. */
  public boolean hasAny(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(dialect.anyTable());
        var rows = statement.executeQuery()) {
      return rows.next();
    }
  }

  /**
   * The indexes of a model's table, by their names there: how the model calls them, {@code id} the
   * one of its key.
   */
  public Map<String, String> indexes(Connection connection, ModelDefinition model, Table table)
      throws SQLException {
    List<WantedIndex> wanted = WantedIndex.of(model, Mapping.of(model, dialect.name()));
    var names = new LinkedHashMap<String, String>();
    for (Indexes.Found found : Indexes.in(connection, table.name())) {
      names.put(found.name(), named(found, wanted, table));
    }
    return names;
  }

  private static String named(Indexes.Found found, List<WantedIndex> wanted, Table table) {
    List<String> key = table.keys().stream().map(place -> table.column(place).name()).toList();
    return found.columns().equals(key)
        ? "id"
        : wanted.stream()
            .filter(found::serves)
            .findFirst()
            .map(one -> one.index().name())
            .orElse(found.name());
  }

  /** How a model's table is called. */
  public String name(ModelDefinition model) {
    return Mapping.of(model, dialect.name()).table();
  }

  /** The table as new: without rows, with ids that start from one. */
  public Table recreate(Connection connection, ModelDefinition model) throws SQLException {
    execute(connection, text.drop(Mapping.of(model, dialect.name()).table()));
    return prepare(connection, model);
  }

  /** Gives up a property's column, and the indexes that it is a part of. */
  public void vacate(Connection connection, ModelDefinition model, String property)
      throws SQLException {
    Mapping mapping = Mapping.of(model, dialect.name());
    String column = mapping.column(property);
    for (Indexes.Found index : Indexes.in(connection, mapping.table())) {
      if (index.columns().contains(column) && index.keys().size() > 1) {
        execute(connection, text.dropIndex(index.name()));
      }
    }
    execute(connection, text.dropColumn(mapping.table(), column));
  }

  /** Makes generated ids go on from here. */
  public void restart(Connection connection, Table table, long next) throws SQLException {
    String column = table.column(table.identity()).name();
    execute(connection, text.restart(table.name(), column, next));
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      var _ = statement.execute(sql);
    }
  }
}
