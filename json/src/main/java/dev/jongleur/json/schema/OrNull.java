package dev.jongleur.json.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type's schema that null meets too. */
final class OrNull {
  private static final Map<String, Object> NULL = Map.of("type", "null");

  private OrNull() {}

  static Map<String, Object> of(Map<String, Object> type) {
    var schema = new LinkedHashMap<>(type);
    if (type.get("type") instanceof String name) {
      schema.put("type", List.of(name, "null"));
      schema.computeIfPresent("enum", (_, values) -> withNull((List<?>) values));
    } else if (type.get("anyOf") instanceof List<?> choices) {
      var more = new ArrayList<Object>(choices);
      more.add(NULL);
      schema.put("anyOf", more);
    } else if (type.containsKey("$ref")) {
      schema.clear();
      schema.put("anyOf", List.of(type, NULL));
    }
    return schema;
  }

  private static List<@Nullable Object> withNull(List<?> values) {
    var more = new ArrayList<@Nullable Object>(values);
    more.add(null);
    return more;
  }
}
