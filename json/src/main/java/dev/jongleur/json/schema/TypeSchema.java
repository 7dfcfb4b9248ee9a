package dev.jongleur.json.schema;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON form of each type, without null.
 *
 * @param sent whether it is about values that are sent: more forms are read than are shown
 */
record TypeSchema(boolean sent, NestedModels nested) {

  Map<String, Object> of(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> scalar(scalar);
      case DecimalType decimal -> NumberSchema.decimal(decimal, sent);
      case EnumType(var values) -> put(plain("string"), "enum", values);
      case CustomType custom -> custom(custom);
      case ListType(var item) -> put(plain("array"), "items", OrNull.of(of(item)));
      case ModelType(var model) -> nested.reference(model);
      case InlineType(var definition) -> nested.of(definition);
    };
  }

  /** What is read, and in which form it is shown, only the type itself knows. */
  private static Map<String, Object> custom(CustomType type) {
    return put(anything(), "title", type.name());
  }

  private Map<String, Object> scalar(ScalarType type) {
    return switch (type) {
      case STRING, DATESTRING -> plain("string");
      case NUMBER -> plain("number");
      case INTEGER -> NumberSchema.integer();
      case LONG -> NumberSchema.longer();
      case BOOLEAN -> plain("boolean");
      case DATE -> put(plain("string"), "format", "date-time");
      case DATEONLY -> put(plain("string"), "format", "date");
      case UUID -> put(plain("string"), "format", "uuid");
      case BINARY -> binary();
      case GEOPOINT -> place();
      case TEXT -> sent ? plain("string") : anything();
      case OBJECT -> sent ? plain("object") : anything();
      case ANY, JSON -> anything();
    };
  }

  /** Whether a type's schema lets everything pass, null too. */
  static boolean isAnything(Map<String, Object> type) {
    return !type.containsKey("type") && !type.containsKey("anyOf") && !type.containsKey("$ref");
  }

  /** These keep what they are given, so that rows may hold anything. */
  private static Map<String, Object> anything() {
    return new LinkedHashMap<>();
  }

  /** As Node prints a Buffer; text is taken for its bytes in UTF-8. */
  private Map<String, Object> binary() {
    Map<String, Object> bytes =
        put(plain("array"), "items", Map.of("type", "integer", "minimum", 0, "maximum", 255));
    Map<String, Object> buffer = plain("object");
    buffer.put("properties", Map.of("type", Map.of("const", "Buffer"), "data", bytes));
    buffer.put("required", List.of("type", "data"));
    return sent ? either(buffer, plain("string")) : buffer;
  }

  private static Map<String, Object> place() {
    var degrees = new LinkedHashMap<String, Object>();
    degrees.put("lat", NumberSchema.between(plain("number"), -90, 90));
    degrees.put("lng", NumberSchema.between(plain("number"), -180, 180));
    Map<String, Object> place = put(plain("object"), "properties", degrees);
    return put(place, "required", List.of("lat", "lng"));
  }

  static Map<String, Object> plain(String type) {
    return put(new LinkedHashMap<>(), "type", type);
  }

  static Map<String, Object> put(Map<String, Object> schema, String keyword, Object value) {
    schema.put(keyword, value);
    return schema;
  }

  static Map<String, Object> either(Map<String, Object> one, Map<String, Object> other) {
    return put(new LinkedHashMap<>(), "anyOf", List.of(one, other));
  }
}
