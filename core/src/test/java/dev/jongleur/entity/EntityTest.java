package dev.jongleur.entity;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.made;
import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.OBJECT;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jongleur.definition.Default;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.DataException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTest {
  private static final ModelDefinition USER =
      ModelDefinition.of(
          "User",
          u ->
              u.property("name", STRING)
                  .property("age", NUMBER, defaultTo("18"))
                  .property("code", STRING, made(Default.By.NANOID))
                  .property("at", DATE, made(Default.By.NOW))
                  .property("tags", STRING.list())
                  .property("extra", OBJECT)
                  .property("photo", BINARY));

  @Test
  void absent_and_null_are_told_apart() {
    Entity user = read(Collections.singletonMap("name", null));
    assertThat(user.has("name")).isTrue();
    assertThat(user.get("name")).isNull();
    assertThat(user.has("tags")).isFalse();
    assertThat(user.get("tags")).isNull();
    assertThat(user.toMap()).containsEntry("name", null).doesNotContainKey("tags");
  }

  @Test
  void defaults_fill_what_is_absent_but_not_null() {
    assertThat(read(Map.of()).get("age")).isEqualTo(18L);
    assertThat(read(Collections.singletonMap("age", null)).get("age")).isNull();
    assertThat(read(Map.of()).get("code")).asString().matches("[\\w-]{9}");
    assertThat(read(Map.of()).get("code")).isNotEqualTo(read(Map.of()).get("code"));
    assertThat(read(Map.of()).get("at")).isInstanceOf(java.time.Instant.class);
  }

  @Test
  void with_copies() {
    Entity ada = read(Map.of("name", "Ada"));
    Entity bob = ada.with("name", "Bob").with("age", "40");
    assertThat(bob.get("age")).isEqualTo(40L);
    assertThat(ada.get("name")).isEqualTo("Ada");
    assertThat(ada.get("age")).isEqualTo(18L);
  }

  @Test
  void a_value_that_is_not_given_is_removed() {
    Entity ada = read(Map.of("name", "Ada", "open", 1));
    Map<String, Object> gone = Map.of("name", Nothing.UNDEFINED, "open", Nothing.UNDEFINED);
    assertThat(ada.with(gone).has("name")).isFalse();
    assertThat(ada.with(gone).has("open")).isFalse();
  }

  @Test
  void what_went_in_may_change_afterwards() {
    var tags = new ArrayList<>(List.of("a"));
    var extra = new HashMap<String, Object>(Map.of("tags", tags));
    byte[] photo = {1};
    Entity user = read(Map.of("tags", tags, "extra", extra, "open", extra, "photo", photo));
    tags.add("b");
    extra.clear();
    photo[0] = 9;
    assertThat(user.get("tags")).isEqualTo(List.of("a"));
    assertThat(user.get("extra")).isEqualTo(Map.of("tags", List.of("a")));
    assertThat(user.get("open")).isEqualTo(Map.of("tags", List.of("a")));
    assertThat(user.get("photo")).isEqualTo(Binary.of(new byte[] {1}));
  }

  @Test
  void what_came_out_may_be_changed_without_changing_the_entity() {
    Entity user = read(Map.of("name", "Ada", "extra", Map.of("a", 1), "tags", List.of("a")));
    user.toMap().clear();
    user.toJson().clear();
    user.slots()[1] = "Bob";
    assertThat(user.get("name")).isEqualTo("Ada");
    assertThat((List<?>) user.get("tags")).isUnmodifiable();
    assertThat(user.open()).isUnmodifiable();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> ((Map<?, ?>) value(user, "extra")).clear());
  }

  @Test
  void an_included_list_cannot_be_changed() {
    var friends = new ArrayList<>(List.of(read(Map.of("name", "Bob"))));
    Entity user = read(Map.of()).withRelated("friends", friends);
    friends.clear();
    assertThat((List<?>) user.related("friends").orElseThrow()).hasSize(1).isUnmodifiable();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a.b", "constructor"})
  void names_that_cannot_be_asked_for_are_refused(String name) {
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> read(Map.of(name, 1)));
  }

  @Test
  void a_filtering_model_drops_what_it_does_not_define() {
    ModelDefinition strict = USER.toBuilder().strict(Strict.FILTER).build();
    Entity user = EntityReader.of(strict, ModelLookup.NONE).read(Map.of("foreign", 1));
    assertThat(user.open()).isEmpty();
    assertThat(user.with("foreign", 1).has("foreign")).isFalse();
  }

  @Test
  void values_move_to_another_definition_of_the_model() {
    Entity user = read(Map.of("name", "42", "open", "x")).asStored();
    ModelDefinition renamed =
        ModelDefinition.of("User", u -> u.property("name", NUMBER).property("open", STRING));
    Entity moved = user.under(renamed);
    assertThat(moved.get("name")).isEqualTo(42L);
    assertThat(moved.get("open")).isEqualTo("x");
    assertThat(moved.isStored()).isTrue();
    assertThat(user.under(USER)).isSameAs(user);
  }

  @Test
  void text_shows_the_model_and_the_id_only() {
    assertThat(read(Map.of("id", 7, "name", "secret"))).hasToString("User[id=7]");
  }

  @Test
  void entities_of_the_same_model_and_values_are_equal() {
    Entity one = read(Map.of("id", 7, "code", "c", "at", 0));
    Entity two = read(Map.of("id", "7", "code", "c", "at", "1970-01-01"));
    assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
    assertThat(one).isNotEqualTo(two.with("name", "x"));
  }

  @Test
  void slots_that_do_not_fit_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Entity.of(USER, new @Nullable Object[1], Map.of(), false));
  }

  private static Object value(Entity entity, String name) {
    return java.util.Objects.requireNonNull(entity.get(name));
  }

  private static Entity read(Map<String, ? extends @Nullable Object> data) {
    return EntityReader.of(USER, ModelLookup.NONE).read(data);
  }
}
