package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Validation;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.observer.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-094, F-349 and "Inheritance" of the deviations, from Java. */
class ExtendTest {
  private static final ModelDefinition ANIMAL =
      ModelDefinition.of(
          "Animal",
          a ->
              a.property("name", STRING, required())
                  .property("legs", NUMBER, defaultTo(4))
                  .validate(
                      "name",
                      new Validation.Length(
                          OptionalInt.of(2), OptionalInt.empty(), OptionalInt.empty()))
                  .strict(Strict.REFUSE)
                  .hidden("legs")
                  .scope("fast", Map.of("where", Map.of("speed", Map.of("gt", 9))))
                  .setting("http", Map.of("path", "beasts"))
                  .setting("custom", "kept"));

  private static final ModelDefinition BIRD =
      ANIMAL.extend(
          "Bird", b -> b.property("legs", NUMBER, defaultTo(2)).property("wings", NUMBER));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void a_sub_model_has_all_of_its_base_and_what_it_says_itself() {
    assertThat(BIRD.base()).contains("Animal");
    assertThat(BIRD.properties())
        .extracting(Property::name)
        .containsExactly("id", "name", "legs", "wings");
    assertThat(BIRD.isOpen()).isFalse();
    assertThat(BIRD.settings().hidden()).containsExactly("legs");
    assertThat(BIRD.settings().scopes()).containsKey("fast");
    assertThat(BIRD.settings().others()).containsEntry("custom", "kept").doesNotContainKey("http");
    assertThat(BIRD.plural()).isEqualTo("Birds");
  }

  @Test
  void what_it_says_is_not_said_of_the_base() {
    assertThat(ANIMAL.property("wings")).isEmpty();
    assertThat(ANIMAL.extend("Fish", f -> f.without("legs").strict(Strict.OPEN)).isOpen()).isTrue();
    assertThat(ANIMAL.isOpen()).isFalse();
  }

  @Test
  void a_key_of_its_own_takes_the_place_of_the_inherited_one() {
    ModelDefinition fish = ANIMAL.extend("Fish", f -> f.property("tag", STRING, id()));
    assertThat(fish.idName()).contains("tag");
    assertThat(fish.property("id")).isEmpty();
  }

  @Test
  void a_rule_that_is_repeated_counts_once() {
    ModelDefinition fish =
        ANIMAL.extend("Fish", f -> ANIMAL.validations().forEach(rule -> f.validate(rule)));
    assertThat(fish.validations()).isEqualTo(ANIMAL.validations());
  }

  @Test
  void rules_of_the_base_hold_for_the_sub_model() {
    Model birds = nothing.acme(BIRD).model("Bird");
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> birds.create(Map.of("name", "x", "colour", "red")))
        .satisfies(invalid ->
            assertThat(invalid.codes())
                .isEqualTo(
                    Map.of("name", List.of("length.min"), "colour", List.of("unknown-property"))));
  }

  @Test
  void observers_of_the_base_are_called_before_those_of_the_sub_model() {
    Tenant acme = nothing.acme(ANIMAL, BIRD, BIRD.extend("Owl", _ -> {}));
    var calls = new ArrayList<String>();
    note(acme, "Owl", calls);
    note(acme, "Bird", calls);
    Subscription ofAnimals = note(acme, "Animal", calls);
    create(acme, "Owl");
    assertThat(calls).containsExactly("Animal saw Owl", "Bird saw Owl", "Owl saw Owl");
    calls.clear();
    acme.fold();
    create(acme, "Bird");
    assertThat(calls).containsExactly("Animal saw Bird", "Bird saw Bird");
    ofAnimals.close();
    acme.model("Bird").clearObservers(Hook.BEFORE_SAVE);
    calls.clear();
    create(acme, "Owl");
    create(acme, "Animal");
    assertThat(calls).containsExactly("Owl saw Owl");
  }

  private static void create(Tenant tenant, String model) {
    var _ = tenant.model(model).create(Map.of("name", "xy"));
  }

  private static Subscription note(Tenant tenant, String model, List<String> calls) {
    return tenant
        .model(model)
        .observe(Hook.BEFORE_SAVE, save -> calls.add(model + " saw " + save.model()));
  }

  @Test
  void a_base_that_changed_sides_is_taken_once() {
    DataSource db = nothing.memory();
    var _ = db.define("A", a -> a.setting("base", "B"));
    Model b = db.define("B", definition -> definition.setting("base", "A"));
    var calls = new ArrayList<String>();
    var _ = b.observe(Hook.BEFORE_SAVE, _ -> calls.add("B"));
    var _ = db.model("A").observe(Hook.BEFORE_SAVE, _ -> calls.add("A"));
    var _ = b.create(Map.of());
    assertThat(calls).containsExactly("A", "B");
  }
}
