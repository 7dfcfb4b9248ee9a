package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-031 to F-036, F-083: which values a row gets, and which of them it keeps. */
class DefaultsTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model apples(String attribute) {
    return nothing.acme(
        "Apple",
        apple ->
            apple
                .property("weight", NUMBER)
                .property(
                    Property.of("color", STRING)
                        .withInitial(new Default.Literal("red"))
                        .with(attribute, false)));
  }

  private static Object stored(Model apples, Entity apple) {
    return apples.findById(apple.id()).orElseThrow().toMap();
  }

  @Test
  void a_default_that_is_not_applied_on_writes_is_neither_given_nor_stored() {
    Model apples = apples("applyDefaultOnWrites");
    Entity plain = apples.create(Map.of("weight", 1));
    Entity red = apples.create(Map.of("color", "red"));
    Entity green = apples.create(Map.of("color", "green"));

    assertThat(apples.make(Map.of()).has("color")).isFalse();
    assertThat(plain.has("color")).isFalse();
    assertThat(red.get("color")).isEqualTo("red");
    assertThat(stored(apples, red)).isEqualTo(Map.of("id", red.id()));
    assertThat(stored(apples, green)).isEqualTo(Map.of("id", green.id(), "color", "green"));
  }

  @Test
  void nor_is_it_by_the_other_ways_to_make_a_row() {
    Model apples = apples("applyDefaultOnWrites");
    Map<String, Object> red = Map.of("color", "red");
    Entity first = apples.createAll(List.of(red)).getFirst();
    Entity second =
        apples
            .findOrCreate(Filter.read(Map.of("where", Map.of("weight", 9))), red, Options.NONE)
            .entity();

    assertThat(stored(apples, first)).isEqualTo(Map.of("id", first.id()));
    assertThat(stored(apples, second)).isEqualTo(Map.of("id", second.id()));
  }

  @Test
  void a_change_to_it_is_stored() {
    Model apples = apples("applyDefaultOnWrites");
    Entity green = apples.create(Map.of("color", "green"));
    var _ = apples.patch(green, Map.of("color", "red"));

    assertThat(stored(apples, green)).isEqualTo(Map.of("id", green.id(), "color", "red"));
  }

  @Test
  void a_default_that_is_not_kept_is_in_no_entity_that_is_made() {
    Model apples = apples("persistDefaultValues");
    Entity red = apples.create(Map.of("color", "red", "weight", 1));
    Entity replaced = apples.replace(red.id(), Map.of("color", "red"));

    assertThat(apples.make(Map.of("color", "red")).has("color")).isFalse();
    assertThat(apples.make(Map.of("color", "green")).get("color")).isEqualTo("green");
    assertThat(red.toMap()).isEqualTo(Map.of("id", red.id(), "weight", 1L));
    assertThat(replaced.toMap()).isEqualTo(Map.of("id", red.id()));
    assertThat(stored(apples, red)).isEqualTo(Map.of("id", red.id()));
  }

  @Test
  void a_change_to_a_default_that_is_not_kept_is_not_lost() {
    Model apples = apples("persistDefaultValues");
    Entity green = apples.create(Map.of("color", "green"));
    var _ = apples.patch(green, Map.of("color", "red"));

    assertThat(stored(apples, green)).isEqualTo(Map.of("id", green.id(), "color", "red"));
  }

  @Test
  void an_entity_may_be_made_without_defaults() {
    Model apples = apples("other");

    assertThat(apples.make(Map.of()).get("color")).isEqualTo("red");
    assertThat(apples.make(Map.of(), Options.of("applyDefaultValues", false)).has("color"))
        .isFalse();
  }

  @Test
  void properties_for_changes_only_are_named() {
    ModelDefinition user =
        ModelDefinition.of(
            "User", u -> u.property(Property.of("state", STRING).with("updateOnly", true)));

    assertThat(user.updateOnlyProperties())
        .extracting(Property::name)
        .containsExactly("id", "state");
  }
}
