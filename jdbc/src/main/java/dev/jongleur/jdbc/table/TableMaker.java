package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import dev.jongleur.jdbc.table.Recipes.Recipe;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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
  private final Recipes recipes;

  public TableMaker(Dialect dialect, Recipes recipes) {
    this.dialect = dialect;
    this.recipes = recipes;
    this.text = new TableText(dialect);
    this.reader = new TableReader(dialect, text);
  }

  /** The table, if it is there with everything that the model needs. */
  public Optional<Table> find(Connection connection, ModelDefinition model) throws SQLException {
    Mapping mapping = Mapping.of(model, dialect.name());
    Optional<Map<String, TableReader.Found>> there = reader.columns(connection, mapping.table());
    if (there.isEmpty() || !text.widen(model, mapping, there.get().keySet()).isEmpty()) {
      return Optional.empty();
    }
    List<Indexes.Found> indexes = there(connection, model, mapping);
    return model.properties().stream().allMatch(property -> isServed(property, mapping, indexes))
        ? Optional.of(reader.table(model, mapping, there.get(), indexes))
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
    return reader.table(model, mapping, columns, indexed(connection, model, mapping));
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

  /** How a model's table is called. */
  public String name(ModelDefinition model) {
    return Mapping.of(model, dialect.name()).table();
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
    List<Indexes.Found> there = there(connection, model, mapping);
    List<Property> missing =
        model.properties().stream()
            .filter(property -> !isServed(property, mapping, there))
            .toList();
    for (Property property : missing) {
      index(connection, model, mapping, property);
    }
    return missing.isEmpty() ? there : Indexes.in(connection, mapping.table());
  }

  /** The indexes there are; not asked where none is wanted. */
  private static List<Indexes.Found> there(
      Connection connection, ModelDefinition model, Mapping mapping) throws SQLException {
    return model.properties().stream().anyMatch(Indexes::isWanted)
        ? Indexes.in(connection, mapping.table())
        : List.of();
  }

  private static boolean isServed(Property property, Mapping mapping, List<Indexes.Found> there) {
    String column = mapping.columns().getOrDefault(property.name(), property.name());
    boolean unique = Indexes.isUnique(property);
    return !Indexes.isWanted(property) || there.stream().anyMatch(i -> i.serves(column, unique));
  }

  private void index(
      Connection connection, ModelDefinition model, Mapping mapping, Property property)
      throws SQLException {
    String column = mapping.columns().getOrDefault(property.name(), property.name());
    try {
      execute(connection, text.index(mapping.table(), column, Indexes.isUnique(property)));
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
