package dev.jongleur.definition;

import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.Index.Part;
import dev.jongleur.error.DuplicateException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexTest {
  @Test
  void a_property_has_an_index_or_a_unique_one_or_none() {
    ModelDefinition user =
        ModelDefinition.of(
            "User",
            u ->
                u.property("name", STRING, index())
                    .property("email", STRING, unique())
                    .property(Property.of("city", STRING).with("index", false))
                    .property("age", STRING));
    assertThat(user.indexes())
        .containsExactly(Index.of("name_index", "name"), Index.unique("email_index", "email"));
    assertThat(user.property("email").orElseThrow().isUnique()).isTrue();
    assertThat(user.property("name").orElseThrow().isUnique()).isFalse();
  }

  @Test
  void the_settings_have_indexes_over_several_properties_in_all_forms_of_loopback() {
    assertThat(indexes(Map.of("keys", Map.of("a", -1))))
        .containsExactly(new Index("it", List.of(new Part("a", true)), false));
    assertThat(indexes(Map.of("keys", List.of("a", "b"), "options", Map.of("unique", true))))
        .containsExactly(Index.unique("it", "a", "b"));
    assertThat(indexes(Map.of("columns", "a, b", "kind", "UNIQUE")))
        .containsExactly(Index.unique("it", "a", "b"));
    assertThat(indexes(Map.of("a", 1, "options", Map.of("sparse", true))))
        .containsExactly(Index.of("it", "a"));
    assertThat(indexes(Map.of("keys", List.of("a"), "type", "HASH")))
        .containsExactly(Index.hash("it", "a"));
    assertThat(indexes(Map.of("a", 1, "type", "btree"))).containsExactly(Index.of("it", "a"));
    assertThat(indexes("nonsense")).isEmpty();
    assertThat(indexes(Map.of("keys", ""))).isEmpty();
  }

  private static List<Index> indexes(Object raw) {
    return ModelDefinition.of(
            "M",
            m ->
                m.settings(ModelSettings.DEFAULT.with("indexes", Map.of("it", raw)))
                    .property("a", STRING)
                    .property("b", STRING))
        .indexes();
  }

  @Test
  void an_index_is_declared_beside_others_and_is_as_it_was_when_read_again() {
    ModelDefinition line =
        ModelDefinition.of(
            "Line",
            l ->
                l.property("order", STRING)
                    .property("number", STRING)
                    .index(Index.unique("place", "order", "number"))
                    .index(Index.hash("same", "order"))
                    .index(new Index("newest", List.of(new Part("number", true)), false)));
    assertThat(line.indexes())
        .containsExactly(
            Index.unique("place", "order", "number"),
            Index.hash("same", "order"),
            new Index("newest", List.of(new Part("number", true)), false));
    assertThat(line.indexes().getFirst().paths()).containsExactly("order", "number");
  }

  @Test
  void the_settings_may_say_more_of_the_index_of_a_property() {
    ModelDefinition user =
        ModelDefinition.of(
            "User",
            u -> u.property("name", STRING, index()).index(Index.unique("name_index", "name")));
    assertThat(user.indexes()).containsExactly(Index.unique("name_index", "name"));
  }

  @Test
  void a_duplicate_names_the_model_and_the_properties() {
    var taken = new DuplicateException("User", List.of("email"));
    assertThat(taken).hasMessage("A row of \"User\" with this \"email\" is there already.");
    assertThat(taken.details()).isEqualTo(Map.of("model", "User", "properties", List.of("email")));
    assertThat(DuplicateException.amongRows("User", List.of("a", "b")))
        .hasMessage("Rows of \"User\" share a \"a\", \"b\", which is to be unique.");
  }
}
