package dev.jongleur.json;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads definitions that may name each other, in any order (F-104). Used once. */
final class Schemas {
  private static final String UNNAMED = "AnonymousModel_";

  private final Map<String, Map<String, @Nullable Object>> raw = new LinkedHashMap<>();
  private final ModelLookup further;
  private final Map<String, Optional<ModelDefinition>> done = new LinkedHashMap<>();
  private final Set<String> underway = new LinkedHashSet<>();
  private final List<String> errors = new ArrayList<>();
  private int unnamed;

  private Schemas(ModelLookup further) {
    this.further = further;
  }

  static List<ModelDefinition> read(Object schemas, ModelLookup further) {
    var batch = new Schemas(further);
    batch.take(schemas);
    var read = new ArrayList<ModelDefinition>();
    batch.raw.keySet().forEach(name -> batch.base(name).ifPresent(read::add));
    if (!batch.errors.isEmpty()) {
      throw new DefinitionException(String.join(", ", batch.raw.keySet()), batch.errors);
    }
    return read;
  }

  /** A list of schemas, one, or the properties of one. */
  private void take(Object schemas) {
    switch (schemas) {
      case List<?> list -> list.forEach(this::one);
      case Map<?, ?> map when isSchema(map) -> one(map);
      case Map<?, ?> properties -> {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("properties", properties);
        schema.put("anonymous", true);
        one(schema);
      }
      default -> errors.add("a schema is an object, or a list of them");
    }
  }

  private static boolean isSchema(Map<?, ?> map) {
    return map.get("name") instanceof String && map.get("properties") instanceof Map;
  }

  private void one(@Nullable Object schema) {
    if (!(schema instanceof Map<?, ?> map)) {
      errors.add("a schema is an object, not " + Shown.of(schema));
      return;
    }
    var named = new LinkedHashMap<String, @Nullable Object>();
    map.forEach((key, value) -> named.put(String.valueOf(key), value));
    if (named.get("name") == null) {
      named.put("name", UNNAMED + unnamed++);
    }
    String name = String.valueOf(named.get("name"));
    if (raw.putIfAbsent(name, named) != null) {
      errors.add(name + ": there are two models of that name");
    }
  }

  private Optional<ModelDefinition> resolve(String name, Map<String, @Nullable Object> schema) {
    Optional<ModelDefinition> known = done.get(name);
    if (known != null) {
      return known;
    }
    if (!underway.add(name)) {
      errors.add(name + ".base: the models " + underway + " build on each other");
      return Optional.empty();
    }
    Optional<ModelDefinition> read = read(name, schema);
    underway.remove(name);
    done.put(name, read);
    return read;
  }

  private Optional<ModelDefinition> read(String name, Map<String, @Nullable Object> schema) {
    try {
      var related = new References(raw.keySet()).related(schema);
      return Optional.of(ModelReader.read(related, this::base));
    } catch (DefinitionException e) {
      e.errors().forEach(error -> errors.add(name + "." + error));
      return Optional.empty();
    }
  }

  /** One of the batch, which others may build on, or one outside. */
  private Optional<ModelDefinition> base(String name) {
    Map<String, @Nullable Object> schema = raw.get(name);
    return schema == null ? further.find(name) : resolve(name, schema);
  }
}
