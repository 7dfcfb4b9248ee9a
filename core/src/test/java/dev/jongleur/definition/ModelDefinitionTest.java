package dev.jongleur.definition;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelDefinitionTest {
  @ParameterizedTest
  @CsvSource({
    "User, Users",
    "Category, Categories",
    "Day, Days",
    "Bus, Buses",
    "Box, Boxes",
    "Branch, Branches",
    "Dish, Dishes",
    "Person, People",
    "SalesPerson, SalesPeople",
    "child, children",
    "Mouse, Mice"
  })
  void the_plural_is_english(String name, String plural) {
    assertThat(ModelDefinition.of(name, _ -> {}).plural()).isEqualTo(plural);
  }

  @Test
  void a_plural_that_is_given_is_taken() {
    ModelDefinition sheep =
        ModelDefinition.of("Sheep", s -> s.settings(ModelSettings.DEFAULT.withPlural("Sheep")));
    assertThat(sheep.plural()).isEqualTo("Sheep");
  }

  @Test
  void an_id_is_forced_as_the_settings_say() {
    ModelDefinition free =
        ModelDefinition.of("Free", m -> m.settings(ModelSettings.DEFAULT.withForceId(false)));
    assertThat(free.forcesId()).isFalse();
  }

  @Test
  void maps_and_lists_that_went_in_cannot_be_changed_afterwards() {
    var list = new ArrayList<Object>(List.of("a"));
    var inner = new HashMap<String, Object>(Map.of("list", list));
    var scope = new HashMap<String, Object>(Map.of("where", inner));
    ModelDefinition model =
        ModelDefinition.of(
            "Model",
            m ->
                m.property(Property.of("name", STRING).with("column", inner))
                    .property("tags", STRING.list(), PropertyOption.defaultTo(list))
                    .relation(relation(Map.of("scope", inner)))
                    .settings(
                        ModelSettings.DEFAULT
                            .with("memory", inner)
                            .withScopes(Map.of("open", scope))));
    int hash = model.hashCode();
    list.add("b");
    inner.put("more", 1);
    scope.clear();
    assertThat(model.property("name").orElseThrow().attributes().get("column"))
        .isEqualTo(Map.of("list", List.of("a")));
    assertThat(model.property("tags").orElseThrow().initial())
        .isEqualTo(new Default.Literal(List.of("a")));
    assertThat(model.relation("others").orElseThrow().settings().get("scope"))
        .isEqualTo(Map.of("list", List.of("a")));
    assertThat(model.settings().others().get("memory")).isEqualTo(Map.of("list", List.of("a")));
    assertThat(model.settings().scopes().get("open")).containsKey("where");
    assertThat(model.toBuilder().build()).isEqualTo(model);
    assertThat(model.toBuilder().build().hashCode()).isEqualTo(hash);
  }

  @Test
  void what_comes_out_cannot_be_changed() {
    ModelDefinition model = ModelDefinition.of("Model", m -> m.property("name", STRING));
    assertThat(model.properties()).isUnmodifiable();
    assertThat(model.validations()).isUnmodifiable();
    assertThat(model.settings().hidden()).isUnmodifiable();
    assertThat(model.shape().properties()).isUnmodifiable();
  }

  @Test
  void equal_definitions_are_equal_in_full() {
    ModelDefinition one = ModelDefinition.of("Model", m -> m.property("name", STRING));
    ModelDefinition two = ModelDefinition.of("Model", m -> m.property("name", STRING));
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
    assertThat(one).isNotEqualTo(two.toBuilder().strict(Strict.FILTER).build());
  }

  @Test
  void types_and_kinds_are_found_by_name_in_any_case() {
    assertThat(ScalarType.named("dateString")).contains(ScalarType.DATESTRING);
    assertThat(ScalarType.named("Buffer")).contains(ScalarType.BINARY);
    assertThat(ScalarType.named("Money")).isEmpty();
    assertThat(Relation.Kind.named("HASMANY")).contains(Relation.Kind.HAS_MANY);
    assertThat(Relation.Kind.named("owns")).isEqualTo(Optional.empty());
  }

  @Test
  void relations_of_kinds_yet_to_come_are_known_as_not_served() {
    assertThat(relation(Map.of()).isServed()).isTrue();
    assertThat(relation(Map.of("through", "Link")).isServed()).isTrue();
    assertThat(relation(Map.of("polymorphic", true)).isServed()).isFalse();
    assertThat(relation(Map.of("primaryKey", "code")).primaryKey()).contains("code");
  }

  @Test
  void a_blueprint_has_each_name_once() {
    ModelDefinition model = ModelDefinition.of("Model", _ -> {});
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> Blueprint.of("main", List.of(model, model)));
    assertThat(Blueprint.of("main", List.of(model)).models()).isUnmodifiable();
  }

  private static Relation relation(Map<String, Object> settings) {
    return new Relation("others", Relation.Kind.HAS_MANY, "Other", "modelId", settings);
  }
}
