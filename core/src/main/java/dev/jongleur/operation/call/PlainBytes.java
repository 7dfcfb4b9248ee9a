package dev.jongleur.operation.call;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Binary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bytes in a nested value that a store keeps as JSON, where they are base64 text: read as
 * any text they would become the bytes of that text.
 */
final class PlainBytes {
  private PlainBytes() {}

  /** The same value with its bytes as such; the value itself where it has none. */
  static @Nullable Object in(PropertyType type, @Nullable Object value, ModelLookup models) {
    return switch (type) {
      case ScalarType.BINARY -> value instanceof String text ? decoded(text) : value;
      case ListType(var item) -> value instanceof List<?> list ? items(item, list, models) : value;
      case InlineType(var model) -> value instanceof Map<?, ?> map ? in(model, map, models) : value;
      case ModelType(var name) ->
          value instanceof Map<?, ?> map
              ? models.find(name).<Object>map(model -> in(model, map, models)).orElse(value)
              : value;
      case CustomType custom -> in(custom.stored(), value, models);
      case ScalarType _, DecimalType _, EnumType _ -> value;
    };
  }

  private static Map<?, ?> in(ModelDefinition model, Map<?, ?> map, ModelLookup models) {
    Map<Object, @Nullable Object> changed = Map.of();
    for (Property property : model.properties()) {
      Object value = map.get(property.name());
      Object read = in(property.type(), value, models);
      if (read != value) {
        changed = changed.isEmpty() ? new LinkedHashMap<>(map) : changed;
        changed.put(property.name(), read);
      }
    }
    return changed.isEmpty() ? map : changed;
  }

  private static List<?> items(PropertyType type, List<?> list, ModelLookup models) {
    List<@Nullable Object> read = new ArrayList<>(list.size());
    boolean isChanged = false;
    for (Object item : list) {
      Object bytes = in(type, item, models);
      isChanged |= bytes != item;
      read.add(bytes);
    }
    return isChanged ? read : list;
  }

  private static Object decoded(String text) {
    return Binary.ofBase64(text).<Object>map(bytes -> bytes).orElse(text);
  }
}
