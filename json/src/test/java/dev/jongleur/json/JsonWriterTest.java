package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void values_are_written_as_loopback_does() {
    List<Object> values =
        Arrays.asList(
            Instant.parse("2020-01-02T03:04:05Z"),
            Binary.of(new byte[] {1, -1}),
            new GeoPoint(1, 2.5),
            new DateText("2020-01"),
            Double.NaN,
            1.0,
            1e21,
            null);
    assertThat(JsonWriter.text(values))
        .isEqualTo(
            "[\"2020-01-02T03:04:05.000Z\",{\"type\":\"Buffer\",\"data\":[1,255]},"
                + "{\"lat\":1,\"lng\":2.5},\"2020-01\",null,1,1e+21,null]");
  }

  @Test
  void an_entity_is_written_in_its_shown_form() {
    ModelDefinition user =
        ModelDefinition.of(
            "User",
            model ->
                model
                    .settings(ModelSettings.DEFAULT.withHidden(Set.of("password")))
                    .property("name", ScalarType.STRING)
                    .property("password", ScalarType.STRING));
    Entity ada = Entity.blank(user).with("name", "Ada").with("password", "x");
    assertThat(JsonWriter.text(ada)).isEqualTo("{\"name\":\"Ada\"}");
  }

  @Test
  void a_stream_is_written_and_left_open() {
    var closed = new boolean[1];
    var target =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        };
    JsonWriter.write(List.of("ä"), target);
    assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo("[\"ä\"]");
    assertThat(closed[0]).isFalse();
  }

  @Property
  void numbers_read_back_as_they_were(@ForAll double number) {
    assertThat(JsonReader.BODY.read(JsonWriter.text(number)))
        .isEqualTo(dev.jongleur.entity.Values.plain(number));
  }
}
