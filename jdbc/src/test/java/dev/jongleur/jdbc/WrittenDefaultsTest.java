package dev.jongleur.jdbc;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.Default;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not written, and what is not asked for, is so on every backend, for two tenants. */
class WrittenDefaultsTest {
  private static final ModelDefinition APPLE =
      ModelDefinition.of(
          "Apple",
          a ->
              a.strict(Strict.REFUSE)
                  .property("name", STRING)
                  .property(
                      Property.of("color", STRING)
                          .withInitial(new Default.Literal("red"))
                          .with("applyDefaultOnWrites", false)));
  private static final ModelDefinition NOTE =
      ModelDefinition.of(
          "Note", n -> n.strict(Strict.REFUSE).injectId(false).property("text", STRING));

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void a_value_that_is_the_default_is_not_written(String connector) {
    eachTenant(
        connector,
        "Apple",
        apples -> {
          Entity red = apples.create(Map.of("name", "a", "color", "red"));
          Entity green = apples.create(Map.of("name", "b", "color", "green"));
          assertThat(apples.findById(red.id()).orElseThrow().has("color")).isFalse();
          assertThat(apples.findById(green.id()).orElseThrow().get("color")).isEqualTo("green");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void of_names_that_a_strict_model_has_not_nothing_is_returned(String connector) {
    for (String model : List.of("Apple", "Note")) {
      eachTenant(
          connector,
          model,
          rows -> {
            var _ = rows.create(Map.of(model.equals("Note") ? "text" : "name", "x"));
            assertThat(rows.find(Filter.all().fields("ghost")))
                .extracting(Entity::toMap)
                .containsExactly(Map.of());
          });
    }
  }

  private static void eachTenant(String connector, String model, Consumer<Model> work) {
    try (Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of(connector))
            .blueprint(Blueprint.of("main", List.of(APPLE, NOTE)))
            .build()) {
      for (String tenant : List.of("acme", "globex")) {
        work.accept(jongleur.onboard(tenant).model(model));
      }
    }
  }
}
