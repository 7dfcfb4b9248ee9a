package dev.jongleur.entity;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.Strict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** F-087, F-088: what is shown of an entity and of what lies in it. */
class EntityJsonTest {
  private static final Map<String, Object> SECRETS =
      Map.of("name", "n", "password", "p", "email", "e");
  private static final ModelDefinition INNER = secretive("Inner", _ -> {});
  private static final PropertyType NESTED = new InlineType(INNER);
  private static final ModelDefinition OUTER =
      secretive("Outer", o -> o.property("one", NESTED).property("many", NESTED.list()));

  private final Entity inner = read(INNER, SECRETS);
  private final Entity outer =
      read(OUTER, Map.of("one", SECRETS, "many", List.of(SECRETS))).with(SECRETS);

  @Test
  void the_root_shows_protected_properties_but_no_hidden_ones() {
    assertThat(outer.toJson()).containsEntry("email", "e").doesNotContainKey("password");
  }

  @Test
  void nested_entities_show_neither() {
    assertThat(outer.toJson().get("one")).isEqualTo(Map.of("name", "n"));
    assertThat(outer.toJson().get("many")).isEqualTo(List.of(Map.of("name", "n")));
  }

  @Test
  void included_entities_show_neither() {
    Entity withBoth = outer.withRelated("friend", inner).withRelated("friends", List.of(inner));
    assertThat(withBoth.toJson())
        .containsEntry("friend", Map.of("name", "n"))
        .containsEntry("friends", List.of(Map.of("name", "n")));
  }

  @Test
  void a_relation_to_one_that_found_nothing_is_left_out() {
    assertThat(outer.withRelated("friend", null).toJson()).doesNotContainKey("friend");
  }

  @Test
  void an_object_has_what_is_asked_for() {
    assertThat(inner.toObject(false, false)).isEqualTo(SECRETS);
    assertThat(inner.toObject(true, true)).isEqualTo(Map.of("name", "n"));
    assertThat(inner.toObject(true, false)).isEqualTo(Map.of("name", "n", "email", "e"));
  }

  @Test
  void printed_text_has_every_value_and_fixed_order() {
    Entity shop =
        read(
            ModelDefinition.of("Shop", s -> s.injectId(false)),
            Map.of("place", new GeoPoint(1, 2.5)));
    assertThat(JsonText.print(shop)).isEqualTo("{\"place\":{\"lat\":1,\"lng\":2.5}}");
  }

  private static ModelDefinition secretive(String name, Consumer<ModelBuilder> more) {
    var settings =
        new ModelSettings(
            Strict.OPEN,
            Optional.empty(),
            Set.of("password"),
            Set.of("email"),
            "",
            Map.of(),
            Map.of(),
            Map.of());
    return ModelDefinition.of(
        name,
        m -> {
          m.injectId(false).settings(settings).property("name", STRING);
          more.accept(m.property("password", STRING).property("email", STRING));
        });
  }

  private static Entity read(ModelDefinition model, Map<String, Object> data) {
    return EntityReader.of(model, ModelLookup.NONE).read(data);
  }
}
