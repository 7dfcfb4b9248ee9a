package dev.jongleur.entity;

import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.OBJECT;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.error.DefinitionException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** F-105: what a sample shows of types. */
class IntrospectionTest {
  @Test
  void values_show_their_types() {
    assertThat(Introspection.type("x")).isEqualTo(STRING);
    assertThat(Introspection.type(1.5)).isEqualTo(NUMBER);
    assertThat(Introspection.type(true)).isEqualTo(BOOLEAN);
    assertThat(Introspection.type(Instant.EPOCH)).isEqualTo(DATE);
    assertThat(Introspection.type(new GeoPoint(1, 2))).isEqualTo(GEOPOINT);
    assertThat(Introspection.type(Binary.of(new byte[1]))).isEqualTo(BINARY);
    assertThat(Introspection.type(null)).isEqualTo(ANY);
    assertThat(Introspection.type(new Object())).isEqualTo(ANY);
  }

  @Test
  void a_list_is_of_what_it_holds_first() {
    assertThat(Introspection.type(Arrays.asList(null, 5, "x"))).isEqualTo(NUMBER.list());
    assertThat(Introspection.type(List.of())).isEqualTo(ANY.list());
    assertThat(Introspection.type(List.of(List.of(1)))).isEqualTo(NUMBER.list().list());
  }

  @Test
  void objects_are_inline_types_of_their_members() {
    assertThat(Introspection.type(Map.of("geo", Map.of("lat", 1))))
        .isEqualTo(
            InlineType.of(
                a -> a.property("geo", InlineType.of(geo -> geo.property("lat", NUMBER)))));
    assertThat(Introspection.type(Map.of())).isEqualTo(OBJECT);
    assertThat(Introspection.type(Entity.blank(ModelDefinition.of("Box", _ -> {}))))
        .isEqualTo(new ModelType("Box"));
  }

  @Test
  void a_model_is_made_of_a_sample() {
    ModelDefinition user = ModelDefinition.of("User", Introspection.of(Map.of("age", 3)));
    assertThat(user).isEqualTo(ModelDefinition.of("User", u -> u.property("age", NUMBER)));
  }

  @Test
  void a_name_that_is_no_property_name_is_told() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> ModelDefinition.of("User", Introspection.of(Map.of("a.b", 3))))
        .withMessageContaining("properties.a.b");
  }
}
