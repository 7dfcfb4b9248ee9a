package dev.jongleur.testkit.run;

import dev.jongleur.Model;
import dev.jongleur.definition.CustomType;
import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.EnumType;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Polymorphic;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.RelationEnds;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.json.DefinitionJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a definition says, in the form of FORMAT section 7. */
final class Describe {
  private static final List<String> SHOWN_SETTINGS =
      List.of("base", "custom", "description", "mixins", "indexes");

  private Describe() {}

  static Map<String, @Nullable Object> model(Model model, ModelLookup models, List<?> only) {
    ModelDefinition definition = model.definition();
    var out = new LinkedHashMap<String, @Nullable Object>();
    out.put("name", definition.name());
    out.put("plural", definition.plural());
    out.put("idName", definition.idName().orElse(null));
    out.put("idNames", idNames(definition));
    out.put("properties", properties(definition));
    out.put("settings", settings(definition));
    if (!definition.relations().isEmpty()) {
      out.put("relations", relations(model, models));
    }
    if (!only.isEmpty()) {
      out.keySet().retainAll(only);
    }
    return out;
  }

  static @Nullable Object typeOf(ModelDefinition definition, String property) {
    return definition.property(property).map(found -> type(found.type())).orElse(null);
  }

  private static List<String> idNames(ModelDefinition definition) {
    return definition.keyProperties().stream().map(Property::name).toList();
  }

  private static Map<String, Object> properties(ModelDefinition definition) {
    var all = new LinkedHashMap<String, Object>();
    for (Property property : definition.properties()) {
      all.put(property.name(), property(definition, property));
    }
    return all;
  }

  private static Map<String, Object> property(ModelDefinition definition, Property property) {
    var out = new LinkedHashMap<String, Object>();
    if (DefinitionJson.write(single(property)).get("properties") instanceof Map<?, ?> written
        && written.get(property.name()) instanceof Map<?, ?> options) {
      for (String flag :
          List.of("required", "default", "defaultFn", "index", "length", "description")) {
        Object value = options.get(flag);
        if (value != null) {
          out.put(flag, value);
        }
      }
    }
    out.put("type", type(property.type()));
    if (property.generated()) {
      out.put("generated", true);
    }
    if (property.isId()) {
      out.put("id", property.isInjected() || property.key() > 1 ? property.key() : true);
    }
    if (definition.isUpdateOnly(property)) {
      out.put("updateOnly", true);
    }
    return out;
  }

  private static ModelDefinition single(Property property) {
    return ModelDefinition.named("Single").injectId(false).property(property).build();
  }

  private static Object type(PropertyType type) {
    return switch (type) {
      case ScalarType scalar -> name(scalar);
      case DecimalType decimal -> "Decimal";
      case EnumType constants -> "String";
      case CustomType custom -> custom.name();
      case ListType(PropertyType item) when item == ScalarType.ANY -> "Array";
      case ListType(PropertyType item) -> List.of(type(item));
      case ModelType(String model) -> model;
      case InlineType(ModelDefinition definition) -> {
        var inner = new LinkedHashMap<String, Object>();
        definition.properties().forEach(each -> inner.put(each.name(), type(each.type())));
        yield inner;
      }
    };
  }

  private static String name(ScalarType type) {
    return switch (type) {
      case JSON -> "JSON";
      case GEOPOINT -> "GeoPoint";
      case DATESTRING -> "DateString";
      case DATEONLY -> "DateOnly";
      case UUID -> "UUID";
      case STRING, NUMBER, INTEGER, LONG, BOOLEAN, DATE, BINARY, OBJECT, ANY, TEXT ->
          type.name().charAt(0) + type.canonical().substring(1);
    };
  }

  private static Map<String, Object> settings(ModelDefinition definition) {
    var all = DefinitionJson.write(definition);
    var shown = new LinkedHashMap<String, Object>();
    for (String key : List.of("strict", "forceId", "hidden", "protected", "plural", "scope")) {
      Optional.ofNullable(all.get(key)).ifPresent(value -> shown.put(key, value));
    }
    if (definition.forcesId()) {
      shown.putIfAbsent("forceId", "auto");
    }
    for (String key : SHOWN_SETTINGS) {
      Optional.ofNullable(definition.settings().others().get(key))
          .ifPresent(value -> shown.put(key, value));
    }
    return shown;
  }

  private static Map<String, Object> relations(Model model, ModelLookup models) {
    var all = new LinkedHashMap<String, Object>();
    model
        .definition()
        .relations()
        .forEach((name, relation) -> all.put(name, relation(model, relation, models)));
    return all;
  }

  private static Map<String, Object> relation(Model model, Relation relation, ModelLookup models) {
    RelationEnds ends = RelationEnds.of(model.definition(), relation, models);
    var out = new LinkedHashMap<String, Object>();
    out.put("name", ends.name());
    out.put("type", type(ends.kind()).label());
    out.put("modelFrom", ends.modelFrom());
    out.put("keyFrom", ends.keyFrom());
    out.put("modelTo", ends.modelTo());
    out.put("keyTo", ends.keyTo());
    out.put("multiple", ends.many());
    ends.between()
        .ifPresent(between -> {
          out.put("modelThrough", between.model());
          out.put("keyThrough", between.key());
        });
    ends.polymorphic().ifPresent(any -> out.put("polymorphic", polymorphic(any)));
    return out;
  }

  /** The original describes this kind as a hasMany through the model that it made. */
  private static Relation.Kind type(Relation.Kind kind) {
    return kind == Relation.Kind.HAS_AND_BELONGS_TO_MANY ? Relation.Kind.HAS_MANY : kind;
  }

  private static Map<String, Object> polymorphic(Polymorphic any) {
    return Map.of(
        "selector", any.selector(),
        "foreignKey", any.foreignKey(),
        "discriminator", any.discriminator());
  }
}
