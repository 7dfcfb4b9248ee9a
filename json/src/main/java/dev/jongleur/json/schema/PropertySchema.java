package dev.jongleur.json.schema;

import dev.jongleur.definition.Property;
import java.util.Map;

/** The schema of a property's values: its type, and what is said of it in words. */
record PropertySchema(Property property, Purpose purpose, NestedModels nested) {

  /** The schema of a property of what is shown. */
  Map<String, Object> shown(boolean orNull, boolean isReadOnly) {
    return overruled(readOnly(schema(orNull), isReadOnly));
  }

  /**
   * The schema, to be added to.
   *
   * @param orNull whether null is one of its values
   */
  Map<String, Object> schema(boolean orNull) {
    Map<String, Object> type = new TypeSchema(purpose.isSent(), nested).of(property.type());
    Map<String, Object> schema = orNull ? OrNull.of(type) : type;
    Map<String, Object> said = property.attributes();
    Described.by(said.getOrDefault("description", said.get("doc")), schema);
    return schema;
  }

  /** What the definition says of the schema itself (F-043) has the last word. */
  Map<String, Object> overruled(Map<String, Object> schema) {
    if (property.attributes().get("jsonSchema") instanceof Map<?, ?> own) {
      own.forEach((key, value) -> schema.put(String.valueOf(key), value));
    }
    return schema;
  }

  static Map<String, Object> readOnly(Map<String, Object> schema, boolean isReadOnly) {
    if (isReadOnly) {
      schema.put("readOnly", true);
    }
    return schema;
  }
}
