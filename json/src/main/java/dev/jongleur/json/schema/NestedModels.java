package dev.jongleur.json.schema;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DefinitionException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The models that properties are of, each described once under {@code $defs}: so may one be within
 * itself. Within another value a model is not a row: it has no id to be made, and of what is shown
 * its protected properties are left out too.
 */
final class NestedModels {
  private final ModelLookup models;
  private final Purpose purpose;
  private final Map<String, Object> all = new LinkedHashMap<>();

  NestedModels(ModelLookup models, Purpose purpose) {
    this.models = models;
    this.purpose = purpose;
  }

  /** Those that were referred to, by name. */
  Map<String, Object> all() {
    return all;
  }

  /** A reference to the model of this name. */
  Map<String, Object> reference(String model) {
    if (!all.containsKey(model)) {
      all.put(
          model, Map.of()); // Its place is taken before it is described: it may be within itself.
      all.put(model, of(find(model)));
    }
    var reference = new LinkedHashMap<String, Object>();
    reference.put("$ref", "#/$defs/" + pointer(model));
    return reference;
  }

  /** The schema of values of a model within another. */
  Map<String, Object> of(ModelDefinition definition) {
    return new ValueSchema(definition, purpose, this).schema();
  }

  private ModelDefinition find(String model) {
    return models
        .find(model)
        .orElseThrow(() -> new DefinitionException("The model \"" + model + "\" is not defined."));
  }

  /** A name as a part of a JSON pointer within a URI. */
  private static String pointer(String name) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    return URLEncoder.encode(escaped, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%7E", "~");
  }
}
