package dev.jongleur.json.schema;

import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.Validation.format;
import static dev.jongleur.definition.Validation.length;
import static dev.jongleur.definition.Validation.uniqueness;
import static dev.jongleur.definition.ValidationOption.allowBlank;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import dev.jongleur.json.JsonReader;
import dev.jongleur.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The program in the guide to JSON Schema: it runs, and it and its answer are printed there. */
class JsonSchemaGuideTest {

  // begin model
  static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer",
          c ->
              c.strict(Strict.REFUSE)
                  .property("name", STRING, required())
                  .property("email", STRING)
                  .property("password", STRING)
                  .hidden("password")
                  .timestamps()
                  .validate("name", length(2, 40))
                  .validate("email", format("^[^@ ]+@[^@ ]+$"), allowBlank())
                  .validate("email", uniqueness()));

  // end model

  // begin schema
  static Map<String, Object> ofNewCustomers(Tenant acme) {
    acme.customize("Customer", c -> c.property("poNumber", STRING, required())); // only acme
    return JsonSchema.of(acme.model("Customer"), Purpose.CREATE);
  }

  // end schema

  @Test
  void the_guide_says_what_the_program_answers() throws IOException {
    String guide = Files.readString(Path.of("../docs/json-schema.md"));
    try (Jongleur jongleur = application()) {
      Map<String, Object> schema = ofNewCustomers(jongleur.onboard("acme"));
      assertThat(JsonReader.BODY.read(between(guide, "```json\n", "```")))
          .isEqualTo(JsonReader.BODY.read(JsonWriter.text(schema)));

      Map<String, Object> others =
          JsonSchema.of(jongleur.onboard("globex").model("Customer"), Purpose.CREATE);
      assertThat(others).containsEntry("required", List.of("name"));
    }
    String source =
        Files.readString(
            Path.of("src/test/java/dev/jongleur/json/schema/JsonSchemaGuideTest.java"));
    for (String program : List.of("model", "schema")) {
      String text = between(source, "// begin " + program + "\n", "// end " + program);
      assertThat(guide).contains(text.stripIndent().strip());
    }
  }

  private static Jongleur application() {
    return Jongleur.builder()
        .dataSource("main", Settings.of("memory"))
        .blueprint(Blueprint.of("main", List.of(CUSTOMER)))
        .build();
  }

  private static String between(String text, String begin, String end) {
    int from = text.indexOf(begin) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }
}
