package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the original does beside what its recorded cases show: each was found different once. */
class SiblingsTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void what_a_strict_model_does_not_define_is_reported_and_never_shown() {
    Model users = nothing.acme("User", u -> u.strict(Strict.REFUSE).property("name", STRING));
    Entity user = users.make(Map.of("name", "Ada", "more", 1));
    assertThat(user.toJson()).doesNotContainKey("more");
    assertThat(user.toObject(false, false, false)).doesNotContainKey("more");
    assertThat(users.validate(user).codes()).containsOnlyKeys("more");
    assertThat(users.make(Map.of("more", 1)).withStrict(Strict.OPEN).toJson())
        .containsEntry("more", 1L);
  }

  @Test
  void text_within_a_list_of_anything_stays_text() {
    Model notes = nothing.acme("Note", n -> n.property("list", ANY.list()));
    Entity note = notes.create(Map.of("list", List.of("2", 2, "{}")));
    assertThat(notes.findById(note.id()).orElseThrow().get("list"))
        .isEqualTo(List.of("2", 2L, "{}"));
  }

  @Test
  void text_ids_are_counted_and_one_that_is_brought_moves_the_count_on() {
    Model codes =
        nothing
            .acme(
                ModelDefinition.of(
                    "Code", c -> c.property("id", STRING, id()).property("name", STRING)))
            .model("Code");
    assertThat(codes.create(Map.of("name", "a")).id()).isEqualTo("1");
    assertThat(codes.create(Map.of("id", "7")).id()).isEqualTo("7");
    assertThat(codes.create(Map.of("id", "x")).id()).isEqualTo("x");
    assertThat(codes.create(Map.of("name", "b")).id()).isEqualTo("8");
  }

  @Test
  void a_date_that_cannot_be_read_is_not_set_on_many_rows() {
    Model users = nothing.acme("User", u -> u.property("born", DATE));
    Entity user = users.create(Map.of("born", "2020-01-01"));
    for (Object wrong : List.of("abc", "", 1e300)) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> users.updateAll(Filter.all(), Map.of("born", wrong)))
          .withMessageContaining("\"born\" of \"User\"");
    }
    assertThat(users.find()).containsExactly(user);
  }
}
