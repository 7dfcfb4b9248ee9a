package dev.jongleur.definition;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {
  private static final ModelDefinition BASE = user(_ -> {});

  @Test
  void equal_content_has_equal_digests() {
    ModelDefinition again = user(_ -> {});
    assertThat(again.shape()).isEqualTo(BASE.shape()).hasSameHashCodeAs(BASE.shape());
    assertThat(again.shape().digest()).isEqualTo(BASE.shape().digest()).matches("[0-9a-f]{64}");
  }

  @ParameterizedTest
  @MethodSource("changes")
  void each_change_of_storage_changes_the_digest(Consumer<ModelBuilder> change) {
    assertThat(user(change).shape().digest()).isNotEqualTo(BASE.shape().digest());
  }

  static Stream<Consumer<ModelBuilder>> changes() {
    return Stream.of(
        u -> u.property("name", NUMBER),
        u -> u.property("name", STRING.list()),
        u -> u.property("name", STRING).property("more", STRING),
        u -> u.without("name").without("age").property("age", NUMBER).property("name", STRING),
        u -> u.property(Property.of("name", STRING).asId(2)),
        u -> u.property(Property.of("name", STRING).asGenerated()),
        u -> u.property(Property.of("name", STRING).with("length", 10)),
        u -> u.property(Property.of("name", STRING).with("index", true)),
        u -> u.property("address", inline(STRING)),
        u -> u.strict(Strict.REFUSE));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_change_of_rules_leaves_the_digest(Consumer<ModelBuilder> change) {
    ModelDefinition other = user(change);
    assertThat(other.shape()).isEqualTo(BASE.shape());
    assertThat(other).isNotEqualTo(BASE);
  }

  static Stream<Consumer<ModelBuilder>> rules() {
    return Stream.of(
        u -> u.property(Property.of("name", STRING).asRequired()),
        u -> u.property("name", STRING, PropertyOption.defaultTo("Ada")),
        u -> u.validate("name", new Validation.Presence()),
        u -> u.relation(Relation.hasMany("orders", "Order", "userId")),
        u -> u.settings(ModelSettings.DEFAULT.withPlural("folk")));
  }

  /** D05 of the original: {zip: Number} and {zip: String} were one. */
  @Test
  void inline_types_and_lists_that_differ_within_differ() {
    assertThat(inline(STRING).canonical()).isNotEqualTo(inline(NUMBER).canonical());
    assertThat(STRING.list().canonical()).isNotEqualTo(NUMBER.list().canonical());
    assertThat(STRING.list().list().canonical()).isNotEqualTo(STRING.list().canonical());
  }

  @Test
  void names_cannot_be_chosen_so_that_two_shapes_read_the_same() {
    assertThat(one("a:string\nb").shape()).isNotEqualTo(two("a", "b").shape());
    assertThat(typed("a:<A>", new ModelType("B")).shape())
        .isNotEqualTo(typed("a", new ModelType("A>:<B")).shape());
    ModelDefinition strict = ModelDefinition.of("A open", m -> m.strict(Strict.REFUSE));
    assertThat(strict.shape()).isNotEqualTo(ModelDefinition.of("A", _ -> {}).shape());
    assertThat(key(1).with("length", 0).canonical()).isNotEqualTo(key(10).canonical());
  }

  @Test
  void shapes_are_equal_when_their_canonical_text_is_and_only_then() {
    List<Shape> all = new ArrayList<>(List.of(BASE.shape()));
    changes().forEach(change -> all.add(user(change).shape()));
    rules().forEach(change -> all.add(user(change).shape()));
    for (Object index : List.of("1~x", "x", "", true, Map.of("unique", true))) {
      all.add(user(u -> u.property(Property.of("name", STRING).with("index", index))).shape());
      all.add(user(u -> u.property(Property.of("name", STRING).with("length", index))).shape());
    }
    all.add(user(u -> u.property(key(1).with("length", 1).with("index", "x"))).shape());
    all.add(user(u -> u.property(key(1).with("length", "1~x"))).shape());
    for (Shape one : all) {
      for (Shape two : all) {
        assertThat(one.equals(two)).isEqualTo(one.canonical().equals(two.canonical()));
        assertThat(one.equals(two) && one.hashCode() != two.hashCode()).isFalse();
      }
    }
  }

  @Test
  void every_property_has_the_slot_of_its_place_and_no_other_name_has_one() {
    for (int size : List.of(0, 1, 2, 3, 10, 100, 1_000)) {
      Shape shape = wide(size).shape();
      for (int slot = 0; slot < size; slot++) {
        assertThat(shape.slot("p" + slot)).isEqualTo(slot);
      }
      assertThat(shape.slot("p" + size)).isEqualTo(-1);
      assertThat(shape.slot("")).isEqualTo(-1);
    }
  }

  @Test
  void names_of_one_hash_have_slots_of_their_own() {
    Shape shape = two("Aa", "BB").shape();
    assertThat(shape.slot("Aa")).isZero();
    assertThat(shape.slot("BB")).isEqualTo(1);
    assertThat(shape.slot("C#")).isEqualTo(-1);
  }

  @Test
  void a_model_of_very_many_properties_is_refused() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> wide(Slots.MOST))
        .withMessageContaining("fewer than 32767");
  }

  private static ModelDefinition wide(int properties) {
    return ModelDefinition.of(
        "Wide",
        w -> {
          w.injectId(false);
          for (int i = 0; i < properties; i++) {
            w.property("p" + i, STRING);
          }
        });
  }

  private static Property key(int place) {
    return Property.of("a", NUMBER).asId(place);
  }

  private static ModelDefinition one(String name) {
    return typed(name, STRING);
  }

  private static ModelDefinition typed(String name, PropertyType type) {
    return ModelDefinition.of("M", m -> m.injectId(false).property(name, type));
  }

  private static ModelDefinition two(String a, String b) {
    return ModelDefinition.of("M", m -> m.injectId(false).property(a, STRING).property(b, STRING));
  }

  private static InlineType inline(PropertyType zip) {
    return new InlineType(
        ModelDefinition.of("Address", a -> a.injectId(false).property("zip", zip)));
  }

  private static ModelDefinition user(Consumer<ModelBuilder> change) {
    return ModelDefinition.of(
        "User",
        u -> {
          u.property("name", STRING).property("age", NUMBER);
          change.accept(u);
        });
  }
}
