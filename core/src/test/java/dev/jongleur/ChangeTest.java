package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-185 to F-190, F-197 to F-202, F-192. */
class ChangeTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    return nothing.acme(
        "User",
        u ->
            u.property("name", STRING)
                .property("age", NUMBER)
                .property("role", STRING, defaultTo("guest")));
  }

  @Test
  void a_patch_sets_what_is_named() {
    Model users = users();
    Entity ada = users.create(Map.of("name", "Ada", "age", 36));
    Entity older = users.patch(ada.id(), Map.of("age", "37"));
    assertThat(older.toMap()).containsEntry("age", 37L).containsEntry("name", "Ada");
    assertThat(ada.get("age")).isEqualTo(36L);
    assertThat(users.reload(ada)).contains(older);
  }

  @Test
  void a_patch_tells_null_from_nothing() {
    Model users = users();
    Entity ada = users.create(Map.of("name", "Ada", "age", 36));
    Entity patched = users.patch(ada, Collections.singletonMap("age", null));
    assertThat(patched.has("age")).isTrue();
    assertThat(users.patch(patched, Map.of("name", Nothing.UNDEFINED)).get("name"))
        .isEqualTo("Ada");
    assertThat(users.count(where("age", null))).isEqualTo(1);
  }

  @Test
  void an_id_cannot_be_changed() {
    Model users = users();
    Entity ada = users.create(Map.of("name", "Ada"));
    assertThat(users.patch(ada, Map.of("id", "1", "age", 1)).get("age")).isEqualTo(1L);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> users.patch(ada, Map.of("id", 2)));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> users.replace(1, Map.of("id", 2)));
    assertThat(users.updateAll(Filter.all(), Map.of("id", 5, "age", 2))).isEqualTo(1);
    assertThat(users.findById(1)).map(user -> user.get("age")).contains(2L);
  }

  @Test
  void a_replacement_leaves_nothing_of_the_row() {
    Model users = users();
    var _ = users.create(Map.of("name", "Ada", "age", 36, "role", "admin", "open", 1));
    Entity replaced = users.replace(1, Map.of("name", "Bob"));
    assertThat(replaced.toMap()).isEqualTo(Map.of("id", 1L, "name", "Bob", "role", "guest"));
    assertThat(users.findById(1)).contains(replaced);
  }

  @Test
  void what_is_not_there_cannot_be_changed() {
    Model users = users();
    Entity gone = users.create(Map.of("name", "Ada"));
    assertThat(users.delete(gone)).isEqualTo(1);
    for (Runnable change :
        List.<Runnable>of(
            () -> users.patch(1, Map.of("age", 1)),
            () -> users.patch(gone, Map.of("age", 1)),
            () -> users.replace(1, Map.of()),
            () -> users.save(gone.with("age", 1)))) {
      assertThatExceptionOfType(NotFoundException.class)
          .isThrownBy(change::run)
          .satisfies(e -> assertThat(e.status()).isEqualTo(404));
    }
    assertThat(users.count()).isZero();
    assertThat(users.reload(gone)).isEmpty();
  }

  @Test
  void saving_stores_the_whole_entity() {
    Model users = users();
    Entity ada = users.save(users.make(Map.of("name", "Ada")));
    Entity changed = ada.with(Map.of("age", 36, "role", Nothing.UNDEFINED));
    assertThat(users.reload(ada)).contains(ada);
    assertThat(users.save(changed)).isEqualTo(changed);
    assertThat(users.reload(ada).orElseThrow().has("role")).isFalse();
  }

  @Test
  void all_rows_that_match_are_updated() {
    Model users = users();
    var _ = users.createAll(List.of(Map.of("age", 1), Map.of("age", 2), Map.of("age", 3)));
    assertThat(users.updateAll(where("age").gt("1"), Map.of("age", "9"))).isEqualTo(2);
    assertThat(users.find()).extracting(user -> user.get("age")).containsExactly(1L, 9L, 9L);
    assertThat(users.updateAll(Filter.all(), Map.of())).isEqualTo(3);
  }

  @Test
  void a_condition_that_was_not_given_never_widens_a_change() {
    Model users = users();
    var _ = users.create(Map.of("name", "Ada"));
    for (Map<String, Object> raw :
        List.of(
            Map.<String, Object>of("name", Nothing.UNDEFINED),
            Map.<String, Object>of("name", Map.of("inq", List.of(Nothing.UNDEFINED))),
            Map.<String, Object>of(
                "or", List.of(Map.of("age", Map.of("gt", Nothing.UNDEFINED)))))) {
      Filter filter = Filter.readWhere(raw);
      assertThatExceptionOfType(QueryException.class)
          .isThrownBy(() -> users.updateAll(filter, Map.of("age", 1)));
      assertThatExceptionOfType(QueryException.class).isThrownBy(() -> users.deleteAll(filter));
    }
    assertThat(users.findById(1).orElseThrow().has("age")).isFalse();
  }

  @Test
  void a_strict_model_refuses_conditions_on_what_it_does_not_define() {
    Model users = nothing.acme("User", u -> u.property("age", NUMBER).strict(Strict.FILTER));
    var _ = users.create(Map.of());
    Filter unknown = where("aeg", 1);
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> users.updateAll(unknown, Map.of("age", 1)));
    assertThatExceptionOfType(QueryException.class).isThrownBy(() -> users.deleteAll(unknown));
    assertThat(users.find(unknown)).isEmpty();
  }

  @Test
  void what_was_included_is_never_stored() {
    ModelDefinition user =
        ModelDefinition.of("User", u -> u.relation(Relation.hasMany("pets", "Pet", "userId")));
    Tenant acme = nothing.acme(user, ModelDefinition.of("Pet", p -> p.property("name", STRING)));
    Model users = acme.model("User");
    Entity ada = users.create(Map.of());
    var _ = users.related(ada, "pets").create(Map.of("name", "Rex"));
    Entity withPets = users.find(Filter.all().include("pets")).getFirst();
    assertThat(withPets.relatedNames()).containsExactly("pets");
    var _ = users.save(withPets.with("age", 1));
    assertThat(users.find().getFirst().relatedNames()).isEmpty();
    var _ = users.create(users.make(Map.of()).withRelated("pets", List.of()), Options.NONE);
    assertThat(users.find().getLast().relatedNames()).isEmpty();
  }
}
