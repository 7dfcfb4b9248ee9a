package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.ValidationException;
import dev.jongleur.query.Options;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-049, F-059, F-089, F-090, F-329: values set on an entity at hand. */
class AssignTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void values_of_other_models_are_read_by_them() {
    Tenant acme =
        nothing.acme(
            ModelDefinition.of("Place", p -> p.injectId(false).property("zip", STRING)),
            ModelDefinition.of("User", u -> u.property("home", new ModelType("Place"))));
    Model users = acme.model("User");
    Entity user = users.make(Map.of());
    Entity moved = users.assign(user, "home", Map.of("zip", 7));
    assertThat(moved.get("home"))
        .isInstanceOfSatisfying(Entity.class, home -> assertThat(home.get("zip")).isEqualTo("7"));
    assertThat(user.has("home")).isFalse();
  }

  @Test
  void what_a_model_forces_goes_before_what_is_assigned_and_created() {
    Model users =
        nothing.acme(
            "User", u -> u.property("kind", STRING).setting("attributes", Map.of("kind", "fixed")));
    assertThat(users.assign(users.make(Map.of()), Map.of("kind", "mine")).get("kind"))
        .isEqualTo("fixed");
    assertThat(users.assign(users.make(Map.of()), "kind", "mine").get("kind")).isEqualTo("mine");
    assertThat(users.create(Map.of("kind", "mine")).get("kind")).isEqualTo("fixed");
  }

  @Test
  void forced_values_may_be_others_than_those_of_the_default_scope_or_none() {
    Model forced =
        nothing.acme(
            "User",
            u ->
                u.defaultScope(Map.of("where", Map.of("kind", "a")))
                    .setting("properties", Map.of("kind", "b")));
    assertThat(forced.create(Map.of()).get("kind")).isEqualTo("b");
    Model free =
        nothing.acme(
            "User",
            u -> u.defaultScope(Map.of("where", Map.of("kind", "a"))).setting("attributes", false));
    assertThat(free.create(Map.of("kind", "c")).get("kind")).isEqualTo("c");
  }

  @Test
  void an_entity_may_be_stricter_than_its_model() {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    Entity user = users.make(Map.of("name", "x", "extra", 1));
    assertThat(users.validate(user).isEmpty()).isTrue();
    Entity strict = user.withStrict(Strict.REFUSE);
    assertThat(users.validate(strict).codes()).containsKey("extra");
    assertThat(strict.with("name", "y").strict()).isEqualTo(Strict.REFUSE);
    assertThat(strict.toObject(true, false, false)).containsOnlyKeys("name");
    assertThat(user.withStrict(Strict.FILTER).open()).isEmpty();
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> users.create(strict, Options.NONE));
    Entity told = users.make(Map.of("extra", 1), Options.of("strict", true));
    assertThat(users.validate(told).codes()).containsKey("extra");
  }

  @Test
  void where_no_absence_is_kept_what_is_removed_is_null() {
    Model users =
        nothing.acme(
            "User", u -> u.property("name", STRING).setting("persistUndefinedAsNull", true));
    Entity user = users.make(Map.of("name", "x"));
    assertThat(user.with("name", Nothing.UNDEFINED).toMap())
        .containsEntry("name", null)
        .isEqualTo(users.assign(user, "name", Nothing.UNDEFINED).toMap());
  }

  private Model stations() {
    Model stations =
        nothing.acme(
            "Station",
            s ->
                s.property("zone", NUMBER)
                    .scope("deep", Map.of("where", Map.of("deep", true), "limit", 3))
                    .scope("inner", Map.of("where", Map.of("zone", 1), "order", "id DESC")));
    for (int i = 1; i <= 4; i++) {
      var _ = stations.create(Map.of("zone", i % 2, "deep", i != 3));
    }
    return stations;
  }

  @Test
  void scopes_are_chained_and_each_stays_as_it_is() {
    Model stations = stations();
    Related deep = stations.scope("deep");
    assertThat(deep.scope("inner").find()).extracting(Entity::id).containsExactly(1L);
    assertThat(deep.scope("inner").count(where("id", 3), Options.NONE)).isZero();
    assertThat(deep.find()).extracting(Entity::id).containsExactly(1L, 2L, 4L);
    assertThat(stations.scope("inner").find()).extracting(Entity::id).containsExactly(3L, 1L);
    assertThat(stations.count()).isEqualTo(4);
  }

  @Test
  void what_is_made_in_a_chain_lies_in_all_of_it() {
    Related both = stations().scope("deep").scope("inner");
    assertThat(both.make(Map.of("zone", 9, "name", "x")).toMap())
        .isEqualTo(Map.of("zone", 1L, "deep", true, "name", "x"));
    assertThat(both.create(Map.of()).get("deep")).isEqualTo(true);
    assertThat(both.updateAll(where("zone", 1), Collections.singletonMap("n", 1), Options.NONE))
        .isEqualTo(2);
    assertThat(List.of(both.count())).containsExactly(2L);
  }
}
