package dev.jongleur.jdbc.table;

import static java.util.stream.Collectors.toSet;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.jdbc.dialect.Dialect;
import dev.jongleur.jdbc.dialect.Fault;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how a table really is. */
final class TableReader {
  private final Dialect dialect;
  private final TableText text;

  TableReader(Dialect dialect, TableText text) {
    this.dialect = dialect;
    this.text = text;
  }

  /** One column as the database tells it. */
  record Found(int type, int size, int scale, boolean automatic) {
    /** Whether it keeps doubles, which lose digits. */
    boolean isApproximate() {
      return type == Types.DOUBLE || type == Types.FLOAT || type == Types.REAL;
    }

    /** The largest whole number, where the column takes only such. */
    long most() {
      return switch (type) {
        case Types.TINYINT -> Byte.MAX_VALUE;
        case Types.SMALLINT -> Short.MAX_VALUE;
        case Types.INTEGER -> Integer.MAX_VALUE;
        default -> Long.MAX_VALUE;
      };
    }

    boolean isIndexable() {
      return type != Types.CLOB && type != Types.NCLOB && type != Types.BLOB;
    }
  }

  /** The columns by name, or empty where there is no table. */
  Optional<Map<String, Found>> columns(Connection connection, String table) throws SQLException {
    try (PreparedStatement nothing = connection.prepareStatement(text.nothingFrom(table));
        var rows = nothing.executeQuery()) {
      return Optional.of(columns(rows.getMetaData()));
    } catch (SQLException e) {
      if (dialect.fault(e) == Fault.NO_TABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Map<String, Found> columns(ResultSetMetaData told) throws SQLException {
    var columns = new LinkedHashMap<String, Found>();
    for (int i = 1; i <= told.getColumnCount(); i++) {
      columns.put(
          told.getColumnName(i),
          new Found(
              told.getColumnType(i),
              told.getPrecision(i),
              scale(told, i),
              told.isAutoIncrement(i)));
    }
    return columns;
  }

  /** The most digits behind the point; a type with a point of its own has room for any. */
  private static int scale(ResultSetMetaData told, int column) throws SQLException {
    boolean floats = told.getColumnTypeName(column).equals("DECFLOAT");
    return floats ? Integer.MAX_VALUE : told.getScale(column);
  }

  /** Puts a model and the columns found for it together; all its properties have one. */
  Table table(
      ModelDefinition model,
      Mapping mapping,
      Map<String, Found> found,
      List<Indexes.Found> indexes) {
    var columns = new ArrayList<Column>();
    for (Property property : model.properties()) {
      String name = mapping.column(property.name());
      columns.add(column(model, name, property, of(found, name)));
    }
    var services = new ArrayList<>(List.of(Mapping.NULLS, Mapping.OPEN, Mapping.ROW));
    services.removeIf(service -> !found.containsKey(service));
    if (!model.isOpen()) {
      services.remove(Mapping.OPEN);
    }
    services.forEach(service -> columns.add(service(service)));
    return new Table(
        mapping.table(),
        model.shape().digest(),
        columns,
        keys(model, columns),
        uniques(columns, keys(model, columns), indexes));
  }

  static Found of(Map<String, Found> found, String name) {
    return java.util.Objects.requireNonNull(found.get(name), "a column was not made");
  }

  private static Column column(ModelDefinition model, String name, Property property, Found found) {
    Storage storage = Storage.of(property, found.type());
    if (storage == Storage.DECIMAL && found.isApproximate()) {
      throw new DefinitionException(
          model.name(),
          List.of(
              "properties." + property.name() + ": its column keeps doubles, which lose digits"));
    }
    return new Column(
        name,
        property.name(),
        "\"" + property.name() + "\" of \"" + model.name() + "\"",
        property.type().stored(),
        storage,
        found.size(),
        found.scale(),
        found.most(),
        storage.comparesIn(found.type()),
        found.automatic(),
        NullMarks.of(property.name()));
  }

  private static Column service(String name) {
    boolean row = name.equals(Mapping.ROW);
    Storage storage = row ? Storage.WHOLE : Storage.TEXT;
    return new Column(
        name,
        "",
        name,
        ScalarType.STRING,
        storage,
        Integer.MAX_VALUE,
        0,
        Long.MAX_VALUE,
        true,
        row,
        "");
  }

  private static List<Integer> keys(ModelDefinition model, List<Column> columns) {
    var keys = new ArrayList<Integer>();
    for (int part = 0; part < model.shape().keySize(); part++) {
      keys.add(model.shape().keySlot(part));
    }
    if (keys.isEmpty() && columns.getLast().name().equals(Mapping.ROW)) {
      keys.add(columns.size() - 1);
    }
    return keys;
  }

  /** Not that of the key, whose name a database may make anew for each table. */
  private static Map<String, List<String>> uniques(
      List<Column> columns, List<Integer> keys, List<Indexes.Found> indexes) {
    var uniques = new HashMap<String, List<String>>();
    Set<String> key = keys.stream().map(place -> columns.get(place).name()).collect(toSet());
    indexes.stream()
        .filter(index -> index.unique() && !key.equals(Set.copyOf(index.columns())))
        .forEach(index -> uniques.put(index.name(), Table.properties(columns, index.columns())));
    return uniques;
  }
}
