package dev.jongleur.json.schema;

import dev.jongleur.definition.ModelDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object's schema while it is put together. Belongs to one thread. */
final class ObjectSchema {
  private final ModelDefinition definition;
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<Object> required = new ArrayList<>();

  ObjectSchema(ModelDefinition definition) {
    this.definition = definition;
  }

  void put(String name, Map<String, Object> schema) {
    properties.put(name, schema);
  }

  void require(String name) {
    required.add(name);
  }

  /**
   * The whole.
   *
   * @param open whether there may be properties that are not named
   */
  Map<String, Object> finish(boolean open) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("title", definition.name());
    Described.by(definition.settings().others().get("description"), schema);
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("additionalProperties", open);
    return schema;
  }
}
