package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelSettings;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-191 to F-196. */
class DeleteTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model users() {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    var _ = users.createAll(List.of(Map.of("name", "Ada"), Map.of("name", "Bob")));
    return users;
  }

  @Test
  void a_row_is_removed_by_its_id() {
    Model users = users();
    assertThat(users.deleteById("1")).isEqualTo(1);
    assertThat(users.deleteById(1)).isZero();
    assertThat(users.count()).isEqualTo(1);
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> users.deleteById(""));
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> users.deleteById(null));
  }

  @Test
  void the_row_of_an_entity_is_removed() {
    Model users = users();
    Entity ada = users.findById(1).orElseThrow();
    assertThat(users.delete(ada.with("name", "other"))).isEqualTo(1);
    assertThat(users.delete(ada)).isZero();
  }

  @Test
  void an_entity_that_was_never_stored_removes_nothing() {
    Model users = users();
    assertThat(users.delete(users.make(Map.of("name", "Ada")))).isZero();
    assertThat(users.count()).isEqualTo(2);
  }

  @Test
  void rows_that_match_are_removed() {
    Model users = users();
    assertThat(users.deleteAll(where("name", "Ada"))).isEqualTo(1);
    assertThat(users.deleteAll(where("name", null))).isZero();
    assertThat(users.deleteAll(Filter.all())).isEqualTo(1);
    assertThat(users.count()).isZero();
  }

  @Test
  void where_deletion_is_strict_a_missing_row_is_an_error() {
    Model users =
        nothing.acme("User", u -> u.settings(ModelSettings.DEFAULT.with("strictDelete", true)));
    Entity ada = users.create(Map.of());
    assertThat(users.delete(ada)).isEqualTo(1);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> users.deleteById(1))
        .satisfies(e -> assertThat(e.code()).isEqualTo("NOT_FOUND"));
    assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> users.delete(ada));
  }

  @Test
  void ids_go_on_after_a_removal() {
    Model users = users();
    assertThat(users.deleteAll(Filter.all())).isEqualTo(2);
    assertThat(users.create(Map.of("name", "Cy")).id()).isEqualTo(3L);
  }

  @Test
  void automigrating_empties_a_data_source_and_begins_ids_anew() {
    DataSource db = nothing.memory();
    DataSource other = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    Model others = other.define("User", u -> u.property("name", STRING));
    var _ = users.create(Map.of("name", "Ada"));
    var _ = others.create(Map.of("name", "Bob"));
    db.automigrate();
    assertThat(users.count()).isZero();
    assertThat(users.create(Map.of()).id()).isEqualTo(1L);
    assertThat(others.count()).isEqualTo(1);
  }
}
