package dev.jongleur.json;

import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.Default;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Validation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes properties: the bare type where there is no more to say. */
final class PropertyWriter {
  private PropertyWriter() {}

  static Map<String, Object> properties(ModelDefinition definition) {
    var all = new LinkedHashMap<String, Object>();
    definition.properties().stream()
        .filter(property -> !property.isInjected())
        .forEach(property -> all.put(property.name(), write(property)));
    return all;
  }

  static Object write(Property property) {
    Map<String, Object> out = typed(property.type());
    if (property.isId()) {
      out.put("id", property.key() == 1 ? true : property.key());
    }
    flag(out, "generated", property.generated());
    flag(out, "required", property.required());
    initial(out, property.initial());
    property.attributes().forEach(out::putIfAbsent);
    boolean bare = out.size() == 1 && !(property.type() instanceof InlineType);
    return bare ? type(property.type()) : out;
  }

  private static void flag(Map<String, Object> out, String name, boolean set) {
    if (set) {
      out.put(name, true);
    }
  }

  private static void initial(Map<String, Object> out, Default initial) {
    switch (initial) {
      case Default.None none -> {}
      case Default.Literal literal -> out.put("default", JsonTree.of(literal.value()));
      case Default.Made made -> out.put("defaultFn", function(made.by()));
    }
  }

  private static String function(Default.By by) {
    return switch (by) {
      case NOW -> "now";
      case UUID -> "uuid";
      case NANOID -> "nanoid";
    };
  }

  /** The type with what belongs to it, as it stands among the options of a property. */
  private static Map<String, Object> typed(PropertyType type) {
    var out = new LinkedHashMap<String, Object>();
    switch (type) {
      case DecimalType decimal -> {
        out.put("type", "decimal");
        if (decimal.isBounded()) {
          out.put("precision", decimal.precision());
          out.put("scale", decimal.scale());
        }
      }
      case EnumType(var values) -> {
        out.put("type", "string");
        out.put("enum", values);
      }
      case ScalarType _, CustomType _, ListType _, ModelType _, InlineType _ ->
          out.put("type", type(type));
    }
    return out;
  }

  private static Object type(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> scalar.canonical();
      case DecimalType decimal -> decimal.isBounded() ? typed(decimal) : "decimal";
      case EnumType constants -> typed(constants);
      case CustomType custom -> custom.name();
      case ListType(PropertyType item) when item == ScalarType.ANY -> "array";
      case ListType(PropertyType item) -> List.of(type(item));
      case ModelType(String model) -> model;
      case InlineType(ModelDefinition definition) -> inline(definition);
    };
  }

  /** What its {@code required} options said stands with each property, as there is no list. */
  private static Map<String, Object> inline(ModelDefinition definition) {
    Map<String, Object> all = properties(definition);
    for (Validation validation : definition.validations()) {
      Object written = all.get(validation.property());
      var detailed = new LinkedHashMap<String, Object>();
      if (written instanceof Map<?, ?> options) {
        options.forEach((key, value) -> detailed.put(String.valueOf(key), value));
      } else if (written != null) {
        detailed.put("type", written);
      }
      detailed.put("required", ValidationWriter.options(definition.name(), validation));
      all.put(validation.property(), detailed);
    }
    return all;
  }
}
