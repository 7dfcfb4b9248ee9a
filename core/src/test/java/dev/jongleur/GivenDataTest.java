package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.DataException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-226 for data, F-083. */
class GivenDataTest {
  private static final Map<String, Object> DATA = Map.of("name", "Ada", "age", Nothing.UNDEFINED);
  private static final Options NULLIFY = Options.of("normalizeUndefinedInQuery", "nullify");
  private static final Options THROW = Options.of("normalizeUndefinedInQuery", "throw");

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    return nothing.acme(
        "User", u -> u.property("name", STRING).property("age", NUMBER, defaultTo(18)));
  }

  @Test
  void a_value_that_is_not_given_is_left_out() {
    Model users = users();
    Entity user = users.create(DATA);
    assertThat(user.get("age")).isEqualTo(18L);
    assertThat(users.patch(user, DATA).get("age")).isEqualTo(18L);
    assertThat(users.updateAll(Filter.all(), DATA)).isEqualTo(1);
    assertThat(users.find().getFirst().get("age")).isEqualTo(18L);
  }

  @Test
  void it_is_null_where_the_setting_says_so() {
    Model users = users();
    assertThat(users.create(DATA, NULLIFY).toMap()).containsEntry("age", null);
    Entity user = users.create(Map.of("age", 5));
    assertThat(users.patch(user, DATA, NULLIFY).get("age")).isNull();
    assertThat(users.replace(user, DATA, NULLIFY).toMap()).containsEntry("age", null);
    var _ = users.create(Map.of("age", 5));
    assertThat(users.updateAll(Filter.all(), DATA, NULLIFY)).isEqualTo(3);
    assertThat(users.find()).allSatisfy(row -> assertThat(row.get("age")).isNull());
  }

  @Test
  void it_is_refused_where_the_setting_says_so_and_nothing_is_stored() {
    Model users = users();
    Entity user = users.create(Map.of("age", 5));
    for (Runnable call :
        List.<Runnable>of(
            () -> users.create(DATA, THROW),
            () -> users.make(DATA, THROW),
            () -> users.patch(user, DATA, THROW),
            () -> users.replace(user, DATA, THROW),
            () -> users.upsert(DATA, THROW),
            () -> users.createAll(List.of(Map.of(), DATA), THROW),
            () -> users.updateAll(Filter.all(), DATA, THROW))) {
      assertThatExceptionOfType(RuntimeException.class)
          .isThrownBy(call::run)
          .withMessageContaining("\"age\" of \"User\"");
    }
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> users.create(DATA, THROW))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    assertThat(users.find()).containsExactly(user);
  }

  @Test
  void an_entity_is_made_of_some_fields_only() {
    Model users = users();
    Map<String, Object> data = Map.of("name", "Ada", "more", 1);
    assertThat(users.make(data, Options.of("fields", List.of("name"))).toMap())
        .isEqualTo(Map.of("name", "Ada"));
    assertThat(users.make(data, Options.of("fields", Map.of("name", false))).toMap())
        .isEqualTo(Map.of("age", 18L));
    assertThat(users.create(data, Options.of("fields", List.of("name"))).toMap())
        .containsEntry("more", 1L);
  }
}
