package dev.jongleur.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Properties that name a model of the same batch, which are relations (F-104): a name is a
 * belongsTo, a list of one a hasMany.
 */
record References(Set<String> models) {

  /** A schema whose references are relations; what it says of a relation itself goes first. */
  Map<String, @Nullable Object> related(Map<String, @Nullable Object> schema) {
    if (!(schema.get("properties") instanceof Map<?, ?> all)) {
      return schema;
    }
    var properties = new LinkedHashMap<String, @Nullable Object>();
    var relations = new LinkedHashMap<String, @Nullable Object>();
    all.forEach((key, said) -> {
      String name = String.valueOf(key);
      relation(said)
          .ifPresentOrElse(
              relation -> relations.put(name, relation), () -> properties.put(name, said));
    });
    return relations.isEmpty() ? schema : with(schema, properties, relations);
  }

  private static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> schema,
      Map<String, @Nullable Object> properties,
      Map<String, @Nullable Object> relations) {
    if (schema.get("relations") instanceof Map<?, ?> said) {
      said.forEach((name, relation) -> relations.put(String.valueOf(name), relation));
    }
    var whole = new LinkedHashMap<String, @Nullable Object>(schema);
    whole.put("properties", properties);
    whole.put("relations", relations);
    return whole;
  }

  private Optional<Map<String, Object>> relation(@Nullable Object said) {
    return switch (said) {
      case String model when models.contains(model) -> Optional.of(to("belongsTo", model));
      case List<?> list when list.size() == 1 && isModel(list.getFirst()) ->
          Optional.of(to("hasMany", String.valueOf(list.getFirst())));
      case Map<?, ?> options when options.size() == 1 && options.containsKey("type") ->
          relation(options.get("type"));
      case null, default -> Optional.empty();
    };
  }

  private boolean isModel(@Nullable Object name) {
    return name instanceof String text && models.contains(text);
  }

  private static Map<String, Object> to(String kind, String model) {
    return Map.of("type", kind, "model", model);
  }
}
