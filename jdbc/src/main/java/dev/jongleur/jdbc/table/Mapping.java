package dev.jongleur.jdbc.table;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.error.DefinitionException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of its table: names as they stand in the connector's block, {@code "h2":
 * {"tableName": ...}} of the model and {@code "h2": {"columnName": ...}} of a property.
 *
 * @param columns the column's name of each property, in the order of the slots
 */
public record Mapping(String table, Map<String, String> columns) {
  /** Lists the properties that are an explicit null. */
  public static final String NULLS = "__nulls";

  /** Keeps what the model does not define. */
  public static final String OPEN = "__open";

  /** Numbers the rows of a model without a key. */
  public static final String ROW = "__row";

  private static final int LONGEST_NAME = 128;
  private static final List<String> SERVICE = List.of(NULLS, OPEN, ROW);

  /**
   * Reads it from a definition.
   *
   * @throws DefinitionException when two properties would share a column
   */
  public static Mapping of(ModelDefinition model, String connector) {
    Map<?, ?> block = block(model.settings().others().get(connector));
    String table = text(block, "table").or(() -> text(block, "tableName")).orElse(model.name());
    var columns = new LinkedHashMap<String, String>();
    for (Property property : model.properties()) {
      Map<?, ?> own = block(property.attributes().get(connector));
      String name = text(own, "columnName").or(() -> text(own, "column")).orElse(property.name());
      columns.put(property.name(), name);
    }
    check(model, table, columns);
    return new Mapping(table, columns);
  }

  /** The column of a property. */
  String column(String property) {
    return columns.getOrDefault(property, property);
  }

  /** The SQL type that a property asks for. */
  static Optional<String> dataType(Property property, String connector) {
    return text(block(property.attributes().get(connector)), "dataType");
  }

  private static void check(ModelDefinition model, String table, Map<String, String> columns) {
    var taken = new HashSet<>(SERVICE);
    columns.forEach((property, column) -> {
      checkName(model, "properties." + property, column);
      if (!taken.add(column)) {
        refuse(model, "properties." + property + ": its column is taken");
      }
    });
    checkName(model, "name", table);
  }

  private static void checkName(ModelDefinition model, String what, String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      refuse(
          model, what + ": a table or column has a name of 1 to " + LONGEST_NAME + " characters");
    }
  }

  private static void refuse(ModelDefinition model, String error) {
    throw new DefinitionException(model.name(), List.of(error));
  }

  private static Map<?, ?> block(@Nullable Object raw) {
    return raw instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Optional<String> text(Map<?, ?> block, String key) {
    return block.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
