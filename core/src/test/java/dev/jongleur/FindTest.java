package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MissingKeyException;
import dev.jongleur.error.QueryException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-170 to F-178, F-226, F-227, F-229. */
class FindTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    Model users = nothing.acme("User", FindTest::content);
    var _ =
        users.createAll(
            List.of(
                Map.of("name", "Ada", "age", 36, "secret", "x"),
                Map.of("name", "Bob", "age", 20, "secret", "y"),
                Map.of("name", "Cy", "age", 50, "secret", "x")));
    return users;
  }

  private static void content(ModelBuilder user) {
    user.property("name", STRING)
        .property("age", NUMBER)
        .property("secret", STRING)
        .settings(ModelSettings.DEFAULT.withHidden(Set.of("secret")));
  }

  @Test
  void rows_come_as_asked() {
    Model users = users();
    assertThat(names(users.find())).containsExactly("Ada", "Bob", "Cy");
    assertThat(names(users.find(where("age").gt(30).order("age DESC"))))
        .containsExactly("Cy", "Ada");
    assertThat(names(users.find(Filter.all().skip(1)))).containsExactly("Bob", "Cy");
    assertThat(names(users.find(Filter.all().skip(1).limit(1)))).containsExactly("Bob");
    assertThat(names(users.find(Filter.read(Map.of("where", Map.of("age", "20"))))))
        .containsExactly("Bob");
  }

  @Test
  void one_is_the_first() {
    Model users = users();
    assertThat(users.findOne(Filter.all())).map(user -> user.get("name")).contains("Ada");
    assertThat(users.findOne(where("name", "none"))).isEmpty();
  }

  @Test
  void a_row_is_found_by_its_id_in_any_form() {
    Model users = users();
    assertThat(users.findById(2)).map(user -> user.get("name")).contains("Bob");
    assertThat(users.findById("2")).isPresent();
    assertThat(users.findById("two")).isEmpty();
    assertThat(users.findById(9)).isEmpty();
    for (Object none : new Object[] {"", Nothing.UNDEFINED, Nothing.NULL}) {
      assertThatExceptionOfType(DataException.class).isThrownBy(() -> users.findById(none));
    }
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> users.findById(null));
  }

  @Test
  void by_id_only_fields_and_includes_count() {
    Entity bob =
        users().findById(2, where("name", "Ada").fields("name"), Options.NONE).orElseThrow();
    assertThat(bob.toMap()).isEqualTo(Map.of("name", "Bob"));
  }

  @Test
  void rows_come_in_the_order_of_their_ids() {
    Model users = users();
    assertThat(names(users.findByIds(List.of(3, "1", 3, 9)))).containsExactly("Cy", "Ada");
    assertThat(users.findByIds(List.of())).isEmpty();
    assertThat(names(users.findByIds(List.of(3, 1), Filter.all().order("name"), Options.NONE)))
        .containsExactly("Ada", "Cy");
    assertThat(users.findByIds(List.of(3), Filter.all().fields("name"), Options.NONE))
        .extracting(Entity::toMap)
        .containsExactly(Map.of("name", "Cy"));
  }

  @Test
  void rows_are_counted_and_known_to_exist() {
    Model users = users();
    assertThat(users.count()).isEqualTo(3);
    assertThat(users.count(where("secret", "x"))).isEqualTo(2);
    assertThat(users.exists("1")).isTrue();
    assertThat(users.exists(9)).isFalse();
  }

  @Test
  void fields_leave_out_the_rest() {
    Model users = users();
    assertThat(users.find(Filter.all().fields("name").limit(1)).getFirst().toMap())
        .isEqualTo(Map.of("name", "Ada"));
    Filter less = Filter.read(Map.of("fields", Map.of("secret", false, "id", false), "limit", 1));
    assertThat(users.find(less).getFirst().toMap()).isEqualTo(Map.of("name", "Ada", "age", 36L));
  }

  @Test
  void a_strict_model_has_nothing_of_what_it_does_not_define() {
    Model users = nothing.acme("User", user -> user.property("name", STRING).strict(Strict.REFUSE));
    var _ = users.create(Map.of("name", "Ada"));
    assertThat(users.find(Filter.all().fields("secret", "nick")))
        .extracting(Entity::toMap)
        .containsExactly(Map.of());
    assertThat(users.find(Filter.all().fields("secret", "name")))
        .extracting(Entity::toMap)
        .containsExactly(Map.of("name", "Ada"));
  }

  @Test
  void a_condition_that_was_not_given_is_passed_over() {
    Filter filter = Filter.readWhere(Map.of("age", Nothing.UNDEFINED, "name", "Ada"));
    assertThat(names(users().find(filter))).containsExactly("Ada");
  }

  @Test
  void a_condition_that_was_not_given_may_mean_null_or_be_refused() {
    Model users = users();
    Filter filter = Filter.readWhere(Map.of("age", Nothing.UNDEFINED));
    Filter among =
        Filter.readWhere(Map.of("age", Map.of("inq", Arrays.asList(Nothing.UNDEFINED, 36))));
    long all = users.count();
    var _ = users.create(Map.of("name", "Ageless"));
    Options nullify = Options.of("normalizeUndefinedInQuery", "nullify");
    Options ignore = Options.of("normalizeUndefinedInQuery", "ignore");
    assertThat(users.count(filter, ignore)).isEqualTo(all + 1);
    assertThat(users.count(filter, nullify)).isEqualTo(1);
    assertThat(users.count(where("age", 36), nullify) + 1).isEqualTo(users.count(among, nullify));
    assertThat(users.updateAll(filter, Map.of("name", "Old"), nullify)).isEqualTo(1);
    for (String refusing : List.of("throw", "hope")) {
      assertThatExceptionOfType(QueryException.class)
          .isThrownBy(() -> users.find(filter, Options.of("normalizeUndefinedInQuery", refusing)))
          .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    }
    assertThat(users.deleteAll(filter, nullify)).isEqualTo(1);
    assertThat(users.count()).isEqualTo(all);
  }

  @Test
  void what_is_hidden_may_not_be_asked_for_where_that_is_prohibited() {
    Model users = users();
    Options careful = Options.of("prohibitHiddenPropertiesInQuery", true);
    for (Filter prying :
        List.of(
            where("secret", "x"),
            where("secret.length", 1),
            Filter.all().order("secret"),
            Filter.readWhere(Map.of("or", List.of(Map.of("secret", "x")))))) {
      assertThatExceptionOfType(QueryException.class).isThrownBy(() -> users.find(prying, careful));
      assertThatExceptionOfType(QueryException.class)
          .isThrownBy(() -> users.deleteAll(prying, careful));
    }
    assertThat(users.count(where("secret", "x"))).isEqualTo(2);
  }

  @Test
  void a_filter_nested_too_deeply_is_refused() {
    Model users = users();
    Map<String, Object> deep = Map.of("name", "Ada");
    for (int i = 0; i < 20; i++) {
      deep = Map.of("and", List.of(deep));
    }
    Filter filter = Filter.readWhere(deep);
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> users.find(filter))
        .satisfies(e -> assertThat(e.code()).isEqualTo("QUERY_OBJECT_TOO_DEEP"));
    assertThat(users.find(filter, Options.of("maxDepthOfQuery", 50))).hasSize(1);
  }

  @Test
  void conditions_are_read_by_type_or_refused() {
    Model users = nothing.acme("Event", e -> e.property("at", DATE));
    var _ = users.create(Map.of("at", "2026-01-02"));
    assertThat(users.count(where("at").gt("2026-01-01"))).isEqualTo(1);
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> users.count(where("at").gt("soon")));
  }

  @Test
  void a_model_without_a_key_can_be_asked_but_not_by_id() {
    Model logs = nothing.acme("Log", l -> l.injectId(false).property("line", STRING));
    Entity log = logs.create(Map.of("line", "a"));
    assertThat(logs.find()).containsExactly(log);
    assertThat(logs.updateAll(where("line", "a"), Map.of("line", "b"))).isEqualTo(1);
    assertThat(logs.count(where("line", "b"))).isEqualTo(1);
    assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> logs.findById(1));
    assertThatExceptionOfType(MissingKeyException.class).isThrownBy(() -> logs.delete(log));
    assertThat(logs.deleteAll(Filter.all())).isEqualTo(1);
  }

  @Test
  void an_access_observer_may_ask_for_an_id_in_another_form() {
    Model tags = nothing.acme("Tag", t -> t.property("code", STRING, id()));
    var _ = tags.create(Map.of("code", "5"));
    try (var _ = tags.observe(Hook.ACCESS, access -> access.query(where("code", 5)))) {
      assertThat(tags.find()).hasSize(1);
    }
  }

  private static List<Object> names(List<Entity> rows) {
    return rows.stream().map(row -> (Object) String.valueOf(row.get("name"))).toList();
  }
}
