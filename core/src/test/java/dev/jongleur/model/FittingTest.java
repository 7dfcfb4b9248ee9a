package dev.jongleur.model;

import static dev.jongleur.definition.PropertyOption.generated;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.ScalarType.UUID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.PropertyOption;
import dev.jongleur.definition.PropertyType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-078, F-108: a definition on a data source. */
class FittingTest {
  private static final PropertyOption OWN = property -> property.with("useDefaultIdType", false);

  private static ModelDefinition keyed(PropertyType type, PropertyOption... more) {
    return ModelDefinition.of(
        "Key",
        k -> {
          Property key = generated().apply(id().apply(Property.of("id", type)));
          for (PropertyOption option : more) {
            key = option.apply(key);
          }
          k.property(key);
        });
  }

  private static PropertyType keyType(Model model) {
    return model.definition().idProperty().orElseThrow().type();
  }

  @Test
  void a_generated_id_is_of_a_type_that_the_connector_makes() {
    try (DataSource db = DataSource.open("memory")) {
      assertThat(keyType(db.define(keyed(STRING)))).isEqualTo(NUMBER);
      assertThat(keyType(db.define(keyed(STRING, OWN)))).isEqualTo(STRING);
      assertThat(keyType(db.define(keyed(UUID)))).isEqualTo(UUID);
    }
  }

  @Test
  void tenants_have_the_models_that_fit_their_data_source() {
    try (Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(keyed(STRING))))
            .build()) {
      assertThat(keyType(jongleur.onboard("acme").model("Key"))).isEqualTo(NUMBER);
      assertThat(keyType(jongleur.onboard("globex").model("Key"))).isEqualTo(NUMBER);
    }
  }

  @Test
  void embedded_values_are_as_strict_as_the_data_source_says() {
    ModelDefinition user =
        ModelDefinition.of(
            "User",
            u ->
                u.property("places", InlineType.of(place -> place.property("zip", STRING)).list()));
    Map<String, Object> data = Map.of("places", List.of(Map.of("zip", 1, "more", 2)));
    try (DataSource open = DataSource.open("memory");
        DataSource strict =
            DataSource.open(Settings.of("memory").with("strictEmbeddedModels", true))) {
      assertThat(open.define(user).create(data).toJson().get("places"))
          .isEqualTo(List.of(Map.of("zip", "1", "more", 2L)));
      assertThat(strict.define(user).create(data).toJson().get("places"))
          .isEqualTo(List.of(Map.of("zip", "1")));
    }
  }
}
