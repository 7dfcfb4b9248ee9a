package dev.jongleur.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a definition says of the names under which one kind of connector keeps a model: its block
 * {@code "mysql": {"table": ...}} and those of its properties (F-041, F-065, F-143). Immutable.
 *
 * @param connector the name of the block
 */
public record Mapping(ModelDefinition model, String connector) {

  /** The name of the table or collection; that of the model where the block says none. */
  public String tableName() {
    Map<?, ?> block = block(model.settings().others().get(connector));
    return named(block, model.name(), "table", "tableName", "collection");
  }

  /** The name of a property's column; its own where its block says none. */
  public String columnName(String property) {
    return columnMetadata(property)
        .map(block -> named(block, property, "column", "columnName", "field", "fieldName"))
        .orElse(property);
  }

  /** The names of all columns, in the order of the properties. */
  public List<String> columnNames() {
    return model.properties().stream().map(Property::name).map(this::columnName).toList();
  }

  /** The column of the id; empty when the model has no key. */
  public Optional<String> idColumnName() {
    return model.idName().map(this::columnName);
  }

  /** All that a property's block says; empty when it has none. */
  public Optional<Map<String, Object>> columnMetadata(String property) {
    return model
        .property(property)
        .map(known -> known.attributes().get(connector))
        .filter(Map.class::isInstance)
        .map(Mapping::block);
  }

  private static Map<String, Object> block(@Nullable Object said) {
    var block = new java.util.LinkedHashMap<String, Object>();
    if (said instanceof Map<?, ?> map) {
      map.forEach((key, value) -> {
        if (value != null) {
          block.put(String.valueOf(key), value);
        }
      });
    }
    return block;
  }

  private static String named(Map<?, ?> block, String otherwise, String... keys) {
    for (String key : keys) {
      if (block.get(key) instanceof String name && !name.isEmpty()) {
        return name;
      }
    }
    return otherwise;
  }
}
