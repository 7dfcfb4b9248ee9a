package dev.jongleur.definition;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DefinitionException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelBuilderTest {
  @Test
  void a_model_without_a_key_is_given_a_generated_number_as_id() {
    ModelDefinition user = ModelDefinition.of("User", u -> u.property("name", STRING));
    assertThat(user.properties()).extracting(Property::name).containsExactly("id", "name");
    assertThat(user.idProperty().map(id -> id.with("injected", true)))
        .contains(Property.of("id", NUMBER).asId(1).asGenerated().with("injected", true));
    assertThat(user.idProperty().map(Property::isInjected)).contains(true);
    assertThat(user.forcesId()).isTrue();
  }

  @Test
  void a_model_with_a_key_of_its_own_is_given_none() {
    ModelDefinition book = ModelDefinition.of("Book", b -> b.property("isbn", STRING, id()));
    assertThat(book.properties()).extracting(Property::name).containsExactly("isbn");
    assertThat(book.idName()).contains("isbn");
    assertThat(book.forcesId()).isFalse();
  }

  @Test
  void a_model_may_do_without_a_key() {
    ModelDefinition log =
        ModelDefinition.of("Log", l -> l.injectId(false).property("line", STRING));
    assertThat(log.hasKey()).isFalse();
    assertThat(log.idProperty()).isEmpty();
  }

  @Test
  void the_parts_of_a_key_are_in_the_order_of_their_places() {
    ModelDefinition line =
        ModelDefinition.of(
            "Line",
            l ->
                l.property(Property.of("number", NUMBER).asId(2))
                    .property(Property.of("order", NUMBER).asId(1)));
    assertThat(line.idName()).contains("order");
    assertThat(line.shape().property(line.shape().keySlot(1)).name()).isEqualTo("number");
  }

  @Test
  void a_key_called_id_is_the_id_whatever_its_place() {
    ModelDefinition model =
        ModelDefinition.of(
            "Model",
            m ->
                m.property(Property.of("tenant", STRING).asId(1))
                    .property(Property.of("id", STRING).asId(2)));
    assertThat(model.idName()).contains("id");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() ->
            ModelDefinition.of(
                " ",
                m ->
                    m.property("a.b", STRING)
                        .property("", STRING)
                        .property("lines", STRING)
                        .relation(Relation.hasMany("lines", "Line", "orderId"))))
        .satisfies(e -> {
          assertThat(e.status()).isEqualTo(400);
          assertThat((List<?>) e.details().get("errors")).hasSize(4);
        })
        .withMessageContaining("name: a model needs a name")
        .withMessageContaining("properties.a.b")
        .withMessageContaining("relations.lines");
  }

  @Test
  void options_say_more_of_a_property() {
    ModelDefinition user =
        ModelDefinition.of(
            "User", u -> u.property("name", STRING, required(), index(), defaultTo("Ada")));
    Property name = user.property("name").orElseThrow();
    assertThat(name.required()).isTrue();
    assertThat(name.attributes()).containsEntry("index", true);
    assertThat(name.initial()).isEqualTo(new Default.Literal("Ada"));
  }

  @Test
  void a_definition_continues_as_a_builder_without_changing() {
    ModelDefinition user = ModelDefinition.of("User", u -> u.property("name", STRING));
    ModelDefinition wider = user.toBuilder().property("age", NUMBER).without("name").build();
    assertThat(wider.properties()).extracting(Property::name).containsExactly("id", "age");
    assertThat(user.property("age")).isEmpty();
  }

  @Test
  void building_on_does_not_inject_an_id_again() {
    ModelDefinition log = ModelDefinition.of("Log", l -> l.injectId(false));
    assertThat(log.toBuilder().property("line", STRING).build().hasKey()).isFalse();
  }
}
