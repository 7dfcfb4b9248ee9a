package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ListType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.Entity;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nested values come back from a table as they do from memory. */
class NestedValuesTest {
  private static final Binary BYTES = Binary.of("one".getBytes(StandardCharsets.UTF_8));
  private static final Instant DAY = Instant.parse("2020-01-01T00:00:00Z");

  private static final ModelDefinition PART =
      ModelDefinition.of(
          "Part",
          part ->
              part.injectId(false)
                  .property("raw", ScalarType.BINARY)
                  .property("raws", new ListType(ScalarType.BINARY))
                  .property("at", ScalarType.DATE));

  private static final ModelDefinition WHOLE =
      ModelDefinition.of(
          "Whole",
          whole ->
              whole
                  .property("inline", InlineType.of(in -> in.property("raw", ScalarType.BINARY)))
                  .property("named", new ModelType("Part"))
                  .property("several", new ListType(new ModelType("Part"))));

  @ParameterizedTest
  @ValueSource(strings = {"h2", "memory"})
  void bytes_and_dates_are_what_they_were(String connector) {
    try (var jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of(connector))
            .blueprint(Blueprint.of("main", List.of(PART, WHOLE)))
            .build()) {
      for (String tenant : List.of("acme", "globex")) {
        Model wholes = jongleur.onboard(tenant).model("Whole");
        Map<String, Object> part = Map.of("raw", BYTES, "raws", List.of(BYTES), "at", DAY);
        var _ =
            wholes.create(
                Map.of("inline", Map.of("raw", BYTES), "named", part, "several", List.of(part)));
        Entity whole = wholes.findById(1).orElseThrow();
        assertThat(whole.get("inline"))
            .isInstanceOfSatisfying(Entity.class, in -> assertThat(in.get("raw")).isEqualTo(BYTES));
        assertThat(whole.get("named")).satisfies(NestedValuesTest::assertPart);
        assertThat(whole.get("several"))
            .asInstanceOf(InstanceOfAssertFactories.LIST)
            .singleElement()
            .satisfies(NestedValuesTest::assertPart);
      }
    }
  }

  private static void assertPart(@Nullable Object value) {
    assertThat(value)
        .isInstanceOfSatisfying(
            Entity.class,
            part -> {
              assertThat(part.get("raw")).isEqualTo(BYTES);
              assertThat(part.get("raws")).isEqualTo(List.of(BYTES));
              assertThat(part.get("at")).isEqualTo(DAY);
            });
  }
}
