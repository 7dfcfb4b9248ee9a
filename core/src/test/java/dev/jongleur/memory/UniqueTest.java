package dev.jongleur.memory;

import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.definition.Index;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UniqueTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static void taken(ThrowingCallable call, String... properties) {
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(call)
        .satisfies(e -> {
          assertThat(e.status()).isEqualTo(409);
          assertThat(e.details()).containsEntry("properties", List.of(properties));
        });
  }

  @Test
  void a_unique_value_is_taken_once_and_having_none_is_no_value() {
    Model users = nothing.acme("User", u -> u.property("email", STRING, unique()));
    Entity ada = users.create(Map.of("email", "ada@x"));
    Entity eve = users.create(Map.of("email", "eve@x"));
    var _ = users.createAll(List.of(Map.of(), Map.of()));
    taken(() -> users.create(Map.of("email", "ada@x")), "email");
    taken(() -> users.patch(eve, Map.of("email", "ada@x")), "email");
    assertThatExceptionOfType(BulkException.class)
        .isThrownBy(() -> users.createAll(List.of(Map.of("email", "a"), Map.of("email", "a"))))
        .satisfies(e -> assertThat(e.details()).containsEntry("index", 1))
        .withCauseInstanceOf(DuplicateException.class);
    taken(() -> users.updateAll(Filter.all(), Map.of("email", "same")), "email");
    assertThat(users.count()).isEqualTo(4);
    assertThat(users.patch(ada, Map.of("email", "ada@x")).id()).isEqualTo(1L);
    assertThat(users.deleteById(1)).isEqualTo(1);
    var _ = users.create(Map.of("email", "ada@x"));
    assertThat(users.find(where("email", "ada@x"))).hasSize(1);
  }

  @Test
  void a_key_of_several_properties_is_unique_as_a_whole() {
    Model lines =
        nothing.acme(
            "Line",
            l ->
                l.property("order", NUMBER)
                    .property("number", NUMBER)
                    .index(Index.unique("place", "order", "number")));
    var _ = lines.create(Map.of("order", 1, "number", 1));
    var _ = lines.create(Map.of("order", 1, "number", 2));
    var _ = lines.createAll(List.of(Map.of("order", 1), Map.of("order", 1)));
    taken(() -> lines.create(Map.of("order", 1, "number", 2)), "order", "number");
    assertThat(lines.updateAll(where("number", 1), Map.of("number", 9))).isEqualTo(1);
    assertThat(lines.updateAll(where("number", 2), Map.of("number", 1))).isEqualTo(1);
  }

  @Test
  void a_hash_index_may_be_unique_and_none_is_equal_to_none() {
    var seats =
        new Index(
            "seat",
            List.of(new Index.Part("row", false), new Index.Part("number", false)),
            true,
            Index.Kind.HASH);
    ModelDefinition seat =
        ModelDefinition.of(
            "Seat", s -> s.property("row", NUMBER).property("number", NUMBER).index(seats));
    for (Model each : List.of(nothing.memory().define(seat), nothing.memory().define(seat))) {
      var _ = each.create(Map.of("row", 1, "number", 1));
      var _ = each.create(Map.of("row", 1, "number", 2));
      var _ = each.createAll(List.of(Map.of("row", 1), Map.of("row", 1)));
      taken(() -> each.create(Map.of("row", 1.0, "number", "2")), "row", "number");
      assertThat(each.updateAll(where("number", 1), Map.of("number", 9))).isEqualTo(1);
      assertThat(each.updateAll(where("number", 2), Map.of("number", 1))).isEqualTo(1);
      assertThat(each.find(where("row", 1).and("number", 1))).hasSize(1);
    }
  }

  @Test
  void values_without_an_order_and_rows_without_ids_have_unique_keys_too() {
    Model places =
        nothing.acme(
            "Place",
            p ->
                p.injectId(false)
                    .property("point", GEOPOINT, unique())
                    .property("name", STRING, unique()));
    var _ = places.create(Map.of("point", "1,2", "name", "a"));
    var _ = places.create(Map.of("point", "1,3", "name", "b"));
    taken(() -> places.create(Map.of("point", "1,2", "name", "c")), "point");
    taken(() -> places.create(Map.of("point", "2,2", "name", "a")), "name");
    assertThat(places.deleteAll(where("name", "a"))).isEqualTo(1);
    var _ = places.create(Map.of("point", "1,2", "name", "a"));
    assertThat(places.count()).isEqualTo(2);
  }

  @Test
  void a_model_that_becomes_unique_over_rows_that_are_not_says_so_until_they_are() {
    DataSource db = nothing.memory();
    ModelDefinition loose = ModelDefinition.of("User", u -> u.property("email", STRING));
    Model users = db.define(loose);
    var _ = users.createAll(List.of(Map.of("email", "a"), Map.of("email", "a")));
    var _ = db.define("User", u -> u.property("email", STRING, unique()));
    taken(users::count, "email");
    var _ = db.define(loose);
    assertThat(users.deleteById(2)).isEqualTo(1);
    var _ = db.define("User", u -> u.property("email", STRING, unique()));
    assertThat(users.count()).isEqualTo(1);
    taken(() -> users.create(Map.of("email", "a")), "email");
  }

  @Test
  void a_unique_key_within_values_is_refused() {
    Model users = nothing.memory().define("User", u -> u.index(Index.unique("zip", "address.zip")));
    assertThatExceptionOfType(UnsupportedException.class)
        .isThrownBy(() -> users.create(Map.of("address", Map.of("zip", 1))));
  }

  @Test
  void two_models_in_one_collection_keep_each_their_own_indexes() {
    DataSource db = nothing.memory();
    Model people =
        db.define(
            ModelDefinition.of(
                    "Person", p -> p.property("email", STRING, unique()).property("age", NUMBER))
                .toBuilder()
                .settings(shared())
                .build());
    Model pets =
        db.define(
            ModelDefinition.of("Pet", p -> p.property("age", NUMBER, unique())).toBuilder()
                .settings(shared())
                .build());
    var _ = people.create(Map.of("email", "a", "age", 1));
    taken(() -> pets.create(Map.of("age", 1)), "age");
    var _ = pets.create(Map.of("age", 2, "email", "b"));
    taken(() -> people.create(Map.of("email", "b")), "email");
    assertThat(people.find(where("email", "b"))).hasSize(1);
  }

  private static dev.jongleur.definition.ModelSettings shared() {
    return dev.jongleur.definition.ModelSettings.DEFAULT.with(
        "memory", Map.of("collection", "beings"));
  }
}
