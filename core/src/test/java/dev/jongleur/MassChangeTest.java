package dev.jongleur;

import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** what would change or remove more rows than it reads is refused. */
class MassChangeTest {
  private static final Map<String, Object> ANY_ROW = Map.of();

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    Model users = nothing.acme("User", MassChangeTest::content);
    var _ =
        users.createAll(
            List.of(
                Map.of("name", "Ada", "age", 36, "at", "1,2"),
                Map.of("name", "Bob", "age", 20, "at", "3,4")));
    return users;
  }

  private static void content(ModelBuilder user) {
    user.property("name", STRING)
        .property("age", NUMBER)
        .property("at", GEOPOINT)
        .property("secret", STRING)
        .settings(
            ModelSettings.DEFAULT
                .withStrict(Strict.FILTER)
                .withHidden(Set.of("secret"))
                .withScopes(
                    Map.of(
                        "first", Map.of("limit", 1),
                        "old", Map.of("where", Map.of("age", Map.of("gt", 30)))))
                .with("prohibitHiddenPropertiesInQuery", true));
  }

  @ParameterizedTest
  @MethodSource
  void a_condition_that_became_wider_is_refused(Map<String, Object> where) {
    Model users = users();
    Filter filter = Filter.readWhere(where);
    assertRefused(() -> users.deleteAll(filter));
    assertRefused(() -> users.updateAll(filter, Map.of("name", "X")));
    assertRefused(() -> users.scope("old").deleteAll(filter, Options.NONE));
    assertRefused(() -> users.scope("old").updateAll(filter, Map.of("name", "X"), Options.NONE));
    assertRefused(() -> users.upsertWithWhere(filter, Map.of("name", "X"), Options.NONE));
    assertThat(users.count()).isEqualTo(2);
    assertThat(users.count(where("name", "X"))).isZero();
  }

  static Stream<Map<String, Object>> a_condition_that_became_wider_is_refused() {
    return Stream.of(
        Map.of("name", Nothing.UNDEFINED),
        Map.of("name", "Ada", "age", Nothing.UNDEFINED),
        Map.of("age", Map.of("gt", Nothing.UNDEFINED)),
        Map.of("age", Map.of("inq", Arrays.asList(1, Nothing.UNDEFINED))),
        Map.of("age", Map.of("not", Map.of("gt", Nothing.UNDEFINED))),
        Map.of("or", List.of(Map.of("age", 36), Map.of("name", Nothing.UNDEFINED))),
        Map.of("nowhere", 1),
        Map.of("nowhere", Map.of("exists", false)),
        Map.of("nor", List.of(Map.of("nowhere", 1))),
        Map.of("secret", "x"),
        Map.of("secret", Map.of("not", "x")),
        Map.of("where", "x"),
        Map.of("and", List.of()),
        Map.of("and", List.of(ANY_ROW)),
        Map.of("and", List.of(Map.of("and", List.of()))),
        Map.of("age", 36, "and", List.of()),
        Map.of("age", 36, "nor", List.of()),
        Map.of("or", List.of(ANY_ROW)),
        Map.of("or", List.of(Map.of("age", 36), ANY_ROW)),
        Map.of("nor", List.of()),
        Map.of("nor", List.of(Map.of("or", List.of()))),
        Map.of("at", Map.of("near", "1,2")),
        Map.of("at", Map.of("near", "1,2", "maxDistance", 0)),
        Map.of("at", Map.of("near", "1,2", "maxDistance", -5)),
        Map.of("or", List.of(Map.of("age", 36), Map.of("at", Map.of("near", "1,2")))));
  }

  private static void assertRefused(Runnable change) {
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(change::run)
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
  }

  @Test
  void a_limit_would_be_dropped_and_is_refused() {
    Model users = users();
    for (Filter filter : List.of(Filter.all().limit(1), where("age").gt(1).skip(1))) {
      assertRefused(() -> users.deleteAll(filter));
      assertRefused(() -> users.updateAll(filter, Map.of("name", "X")));
      assertRefused(() -> users.scope("old").deleteAll(filter, Options.NONE));
      assertRefused(() -> users.scope("old").updateAll(filter, Map.of(), Options.NONE));
    }
    assertThat(users.count()).isEqualTo(2);
  }

  @Test
  void the_limit_of_a_scope_says_how_many_are_shown_not_which_lie_in_it() {
    Model users = users();
    assertThat(users.scope("first").find()).hasSize(1);
    assertThat(users.scope("first").deleteAll(Filter.all(), Options.NONE)).isEqualTo(2);
  }

  @Test
  void what_holds_for_no_row_changes_none() {
    Model users = users();
    for (Map<String, Object> where :
        List.<Map<String, Object>>of(
            Map.of("or", List.of()),
            Map.of("nor", List.of(ANY_ROW)),
            Map.of("age", Map.of("inq", List.of())))) {
      assertThat(users.deleteAll(Filter.readWhere(where))).as("%s", where).isZero();
    }
    assertThat(users.count()).isEqualTo(2);
  }

  @Test
  void every_row_is_said_as_all() {
    Model users = users();
    assertThat(users.updateAll(Filter.readWhere(Map.of()), Map.of("name", "X"))).isEqualTo(2);
    assertThat(
            users.deleteAll(
                where("at")
                    .near(
                        new dev.jongleur.entity.GeoPoint(1, 2),
                        1,
                        dev.jongleur.entity.GeoPoint.Unit.MILES)))
        .isEqualTo(1);
    assertThat(users.deleteAll(Filter.all())).isEqualTo(1);
  }

  @Test
  void reading_passes_over_what_says_nothing() {
    Model users = users();
    assertThat(users.count(Filter.readWhere(Map.of("and", List.of())))).isEqualTo(2);
    assertThat(users.count(Filter.readWhere(Map.of("or", List.of(ANY_ROW))))).isEqualTo(2);
  }
}
