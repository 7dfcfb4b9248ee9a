package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jongleur.error.DefinitionException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is wrong with a model file is told at once, each with the path to it. */
class DefinitionErrorsTest {
  private static final String BAD =
      """
      {
        "name": "Bad",
        "strict": true,
        "hidden": ["password"],
        "properties": {
          "name": {"required": true},
          "number": {"type": "string", "id": -1},
          "part": {"type": "string", "id": 1.5},
          "age": {"type": "integer", "default": 1.5},
          "total": {"type": "decimal", "precision": 3, "scale": 5},
          "status": {"type": "string", "enum": ["new", "new"]},
          "kind": {"type": "string", "enum": ["a", "b"], "default": "c"},
          "born": {"type": "dateonly", "default": "2023-02-29"},
          "token": {"type": "uuid", "defaultFn": "nanoid"},
          "tags": [{"type": "long", "default": 1}, "string"],
          "counts": {"type": ["long"], "default": ["x"]},
          "address": {
            "type": {
              "zip": {"type": 5},
              "geo": {"lat": {"type": "number", "default": "north"}},
              "a.b": "string"
            }
          },
          "lines": [{"price": {"type": "decimal", "precision": 0}}]
        },
        "indexes": {"by_city": {"keys": {"city": 1}}},
        "validations": [{"validate": "shape", "property": "name"}, {"validate": "presence"}],
        "relations": {
          "some": {"type": "hasSome", "model": "Bad"},
          "name": {"type": "hasMany", "model": "Other"}
        },
        "scope": {"limit": "many"},
        "scopes": {"age": {}, "old": {"where": {"age": {"above": 3}}}}
      }
      """;

  @Test
  void all_at_once_with_their_paths() {
    assertThat(errors(DefinitionJson.parse(BAD, "bad.json")))
        .extracting(error -> error.replaceFirst(": .*", ""))
        .containsExactlyInAnyOrder(
            "hidden",
            "properties.name.type",
            "properties.number.id",
            "properties.part.id",
            "properties.age.default",
            "properties.total.precision",
            "properties.status.enum",
            "properties.kind.default",
            "properties.born.default",
            "properties.token.defaultFn",
            "properties.tags",
            "properties.counts.default",
            "properties.address.type.zip.type",
            "properties.address.type.geo.lat.default",
            "properties.address.type.a.b",
            "properties.lines.0.price.precision",
            "indexes.by_city",
            "validations.0.validate",
            "validations.1.property",
            "relations.some.type",
            "relations.name",
            "scope",
            "scopes.age",
            "scopes.old");
  }

  @Test
  void an_error_says_what_was_needed() {
    assertThat(
            errors(
                Map.of(
                    "name",
                    "M",
                    "properties",
                    Map.of("n", Map.of("type", "integer", "default", 1.5)))))
        .singleElement()
        .asString()
        .isEqualTo(
            "properties.n.default: An integer (a whole number of 32 bits) is needed where a"
                + " fraction was given.");
  }

  private static List<String> errors(Map<String, ? extends @Nullable Object> raw) {
    return catchThrowableOfType(DefinitionException.class, () -> DefinitionJson.read(raw)).errors();
  }
}
