package dev.jongleur.json.schema;

import dev.jongleur.Model;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The JSON Schema of a model, in the dialect 2020-12, as plain data: about the JSON that {@link
 * dev.jongleur.json.JsonWriter} writes and that operations read. What meets the schema of what is
 * sent is read without loss, and meets the rules that a schema can tell; those it cannot tell (a
 * look-up, a function, a condition) are named in {@code $comment}. Loose input that Jongleur reads
 * too, such as {@code "5"} for a number, is outside of it. Stateless.
 */
public final class JsonSchema {
  /** The dialect of all schemas made here. */
  public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

  private JsonSchema() {}

  /** The schema of a model as its owner has it: of a tenant's, with what the tenant customised. */
  public static Map<String, Object> of(Model model, Purpose purpose) {
    return of(model.definition(), model.definitions(), purpose);
  }

  /**
   * The schema of a definition.
   *
   * @param models finds the models that properties are of
   * @throws dev.jongleur.error.DefinitionException when one of them is not there
   */
  public static Map<String, Object> of(
      ModelDefinition definition, ModelLookup models, Purpose purpose) {
    var nested = new NestedModels(models, purpose);
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", DIALECT);
    schema.putAll(new RowSchema(definition, purpose, nested).schema());
    if (!nested.all().isEmpty()) {
      schema.put("$defs", nested.all());
    }
    return Collections.unmodifiableMap(schema);
  }
}
