package dev.jongleur.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.json.DefinitionJson;
import dev.jongleur.json.JsonReader;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Definitions as a stranger writes them: read, written and read again, used, and fed with data. */
class FuzzDefinitionsTest {
  private static final List<String> WORDS =
      List.of(
          "name",
          "properties",
          "type",
          "id",
          "required",
          "default",
          "defaultFn",
          "generated",
          "index",
          "length",
          "string",
          "number",
          "boolean",
          "date",
          "object",
          "array",
          "any",
          "buffer",
          "geopoint",
          "datestring",
          "Thing",
          "relations",
          "hasMany",
          "belongsTo",
          "hasOne",
          "model",
          "foreignKey",
          "through",
          "validations",
          "validate",
          "property",
          "options",
          "presence",
          "min",
          "max",
          "in",
          "with",
          "message",
          "hidden",
          "protected",
          "strict",
          "scope",
          "scopes",
          "where",
          "plural",
          "base",
          "idInjection",
          "forceId",
          "mixins",
          "settings",
          "acls",
          "methods",
          "jdbc",
          "memory",
          "collection",
          "uuid",
          "now",
          "filter",
          "throw",
          "embedsMany",
          "indexes",
          "unique");

  @Test
  void definitions() {
    List<String> recorded = Recorded.definitions();
    var registry = new ModelRegistry();
    Fuzzing.ofText("definitions", random -> text(random, recorded), text -> use(registry, text))
        .run(FuzzTime.share());
  }

  private static String text(Random random, List<String> recorded) {
    var json = new Json(random, WORDS);
    return switch (random.nextInt(4)) {
      case 0 -> Json.text(random, WORDS);
      case 1 ->
          Mutation.of(
              random,
              dev.jongleur.json.JsonWriter.text(
                  Map.of(
                      "name",
                      json.word(),
                      "properties",
                      json.object(3),
                      json.odd(),
                      json.object(3))));
      default -> Mutation.of(random, recorded.get(random.nextInt(recorded.size())));
    };
  }

  private static void use(ModelRegistry registry, String text) {
    ModelDefinition read = DefinitionJson.read(text, "thing.json");
    ModelDefinition again = DefinitionJson.read(DefinitionJson.print(read), "thing.json");
    assertThat(again).isEqualTo(read);
    try (DataSource db = registry.open(Settings.of("memory"))) {
      Model model = db.define(read);
      Object data = JsonReader.BODY.read(new String(text).replaceAll("\"type\"", "\"name\""));
      if (data instanceof Map<?, ?> map) {
        var named = new java.util.LinkedHashMap<String, Object>();
        map.forEach((key, value) -> named.put(String.valueOf(key), String.valueOf(value)));
        var _ = model.create(named);
      }
      assertThat(model.find()).hasSizeLessThanOrEqualTo((int) model.count());
    }
  }
}
