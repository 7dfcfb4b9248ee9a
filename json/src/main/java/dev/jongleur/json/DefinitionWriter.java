package dev.jongleur.json;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes definitions in LoopBack's form. */
final class DefinitionWriter {
  /** Settings with a name that means something else beside the settings. */
  private static final Set<String> AMBIGUOUS =
      Set.of("name", "properties", "validations", "options", "dataSource");

  private DefinitionWriter() {}

  static Map<String, Object> write(ModelDefinition definition) {
    ModelSettings settings = definition.settings();
    var out = new LinkedHashMap<String, Object>();
    out.put("name", definition.name());
    if (!definition.hasKey()) {
      out.put("idInjection", false);
    }
    putNamed(out, settings);
    out.put("properties", PropertyWriter.properties(definition));
    put(out, "relations", relations(definition));
    String name = definition.name();
    put(
        out,
        "validations",
        definition.validations().stream()
            .map(validation -> ValidationWriter.write(name, validation))
            .toList());
    put(out, "scope", settings.scope());
    put(out, "scopes", settings.scopes());
    putOthers(out, settings.others());
    return out;
  }

  /** What a definition says beside properties, relations and rules, as one object. */
  static Map<String, Object> settings(ModelSettings settings) {
    var out = new LinkedHashMap<String, Object>();
    putNamed(out, settings);
    put(out, "scope", settings.scope());
    put(out, "scopes", settings.scopes());
    out.putAll(settings.others());
    return out;
  }

  private static void putNamed(Map<String, Object> out, ModelSettings settings) {
    out.put("strict", strict(settings.strict()));
    settings.forceId().ifPresent(force -> out.put("forceId", force));
    put(out, "plural", settings.plural());
    put(out, "hidden", List.copyOf(settings.hidden()));
    put(out, "protected", List.copyOf(settings.sheltered()));
  }

  private static void put(Map<String, Object> out, String key, Object value) {
    boolean empty =
        switch (value) {
          case String text -> text.isEmpty();
          case List<?> list -> list.isEmpty();
          case Map<?, ?> map -> map.isEmpty();
          default -> false;
        };
    if (!empty) {
      out.put(key, value);
    }
  }

  private static void putOthers(Map<String, Object> out, Map<String, Object> others) {
    var options = new LinkedHashMap<String, Object>();
    others.forEach((key, value) -> (AMBIGUOUS.contains(key) ? options : out).put(key, value));
    put(out, "options", options);
  }

  private static Object strict(Strict strict) {
    return switch (strict) {
      case OPEN -> false;
      case REFUSE -> true;
      case FILTER -> "filter";
    };
  }

  private static Map<String, Object> relations(ModelDefinition definition) {
    var all = new LinkedHashMap<String, Object>();
    definition.relations().forEach((name, relation) -> all.put(name, relation(relation)));
    return all;
  }

  private static Map<String, Object> relation(Relation relation) {
    var out = new LinkedHashMap<String, Object>();
    out.put("type", relation.kind().label());
    put(out, "model", relation.model());
    put(out, "foreignKey", relation.foreignKey());
    out.putAll(relation.settings());
    return out;
  }
}
