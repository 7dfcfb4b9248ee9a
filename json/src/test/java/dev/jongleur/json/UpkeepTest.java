package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.definition.Upkeep;
import dev.jongleur.error.DefinitionException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a model lets Jongleur keep, in the definition language. */
class UpkeepTest {
  private static ModelDefinition read(Map<String, Object> raw) {
    return DefinitionJson.read(raw, ModelLookup.NONE);
  }

  @Test
  void settings_name_what_is_kept() {
    ModelDefinition model =
        read(
            Map.of(
                "name",
                "Book",
                "versionProperty",
                "v",
                "softDelete",
                true,
                "timestamps",
                Map.of("createdAt", "made", "updatedAt", false)));
    assertThat(model.upkeep()).isEqualTo(new Upkeep("v", "deletedAt", "made", ""));
    assertThat(model.property("v").orElseThrow().type()).isEqualTo(ScalarType.NUMBER);
    assertThat(model.property("made").orElseThrow().type()).isEqualTo(ScalarType.DATE);
  }

  @Test
  void what_is_written_is_what_was_read() {
    ModelDefinition model =
        ModelDefinition.of("Book", b -> b.versioned("v").softDelete("gone").timestamps());
    assertThat(read(DefinitionJson.write(model))).isEqualTo(model);
  }

  @Test
  void a_sub_model_keeps_what_its_base_keeps() {
    ModelDefinition base = read(Map.of("name", "Base", "timestamps", true));
    ModelDefinition model =
        DefinitionJson.read(
            Map.of("name", "Book", "base", "Base", "softDelete", "gone"),
            name -> name.equals("Base") ? Optional.of(base) : Optional.empty());
    assertThat(model.upkeep()).isEqualTo(new Upkeep("", "gone", "createdAt", "updatedAt"));
  }

  @Test
  void false_keeps_nothing() {
    ModelDefinition model =
        read(Map.of("name", "Book", "versionProperty", false, "timestamps", false));
    assertThat(model.upkeep()).isEqualTo(new Upkeep("", "", "", ""));
    assertThat(model.properties()).hasSize(1);
  }

  @Test
  void what_cannot_be_understood_is_told_with_its_place() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(
            () -> read(Map.of("name", "Book", "versionProperty", 3, "timestamps", "always")))
        .withMessageContaining("versionProperty")
        .withMessageContaining("timestamps");
  }
}
