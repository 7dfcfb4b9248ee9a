package dev.jongleur.jdbc;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.StaleException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions, soft deletion, time stamps and keys of several parts mean the same on each backend. */
class KeptRowsTest {
  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final Map<String, Object> ID = Map.of("orderNo", 1L, "no", 2L);

  private static final ModelDefinition LINE =
      ModelDefinition.of(
          "Line",
          l ->
              l.property(Property.of("orderNo", NUMBER).asId(1))
                  .property(Property.of("no", NUMBER).asId(2))
                  .property("sku", STRING)
                  .property("note", STRING)
                  .versioned("version")
                  .softDelete("deletedAt")
                  .timestamps());

  private static void with(String connector, Consumer<Model> test) {
    try (Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of(connector))
            .blueprint(Blueprint.of("main", List.of(LINE)))
            .clock(InstantSource.fixed(NOW))
            .build()) {
      Model others = jongleur.onboard("globex").model("Line");
      Entity theirs = others.create(Map.of("orderNo", 1, "no", 2, "sku", "z"));
      Model lines = jongleur.onboard("acme").model("Line");
      var _ = lines.create(Map.of("orderNo", 1, "no", 1, "sku", "a"));
      var _ = lines.create(Map.of("orderNo", 1, "no", 2, "sku", "b", "note", "n"));
      test.accept(lines);
      assertThat(others.find()).containsExactly(theirs);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void a_row_is_stored_with_what_is_kept(String connector) {
    with(
        connector,
        lines ->
            assertThat(lines.findById(ID).orElseThrow().toMap())
                .containsEntry("version", 1L)
                .containsEntry("createdAt", NOW)
                .containsEntry("updatedAt", NOW)
                .doesNotContainKey("deletedAt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void each_change_counts_and_checks(String connector) {
    with(
        connector,
        lines -> {
          Entity seen = lines.findById(ID).orElseThrow();
          assertThat(lines.patch(seen, Map.of("sku", "c")).get("version")).isEqualTo(2L);
          assertStale(() -> lines.patch(seen, Map.of("sku", "d")));
          assertStale(() -> lines.save(seen.with("sku", "d")));
          assertStale(() -> lines.delete(seen));
          Entity replaced = lines.replace(ID, Map.of("sku", "e"));
          assertThat(replaced.get("version")).isEqualTo(3L);
          assertThat(replaced.has("note")).isFalse();
          assertThat(lines.updateAll(Filter.all(), Map.of("note", "m"))).isEqualTo(2);
          assertThat(lines.upsert(Map.of("orderNo", 1, "no", 2, "sku", "f")).get("version"))
              .isEqualTo(5L);
          assertThat(
                  lines.replaceOrCreate(Map.of("orderNo", 1, "no", 2), Options.NONE).get("version"))
              .isEqualTo(6L);
          assertThat(lines.findById(ID).orElseThrow().toMap())
              .isEqualTo(
                  Map.of(
                      "orderNo", 1L, "no", 2L, "version", 6L, "createdAt", NOW, "updatedAt", NOW));
        });
  }

  private static void assertStale(org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
    assertThatExceptionOfType(StaleException.class).isThrownBy(change);
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void a_deleted_row_stays_out_of_sight(String connector) {
    with(
        connector,
        lines -> {
          assertThat(lines.deleteById(ID)).isEqualTo(1);
          assertThat(lines.count()).isEqualTo(1);
          assertThat(lines.findById(ID)).isEmpty();
          assertThatExceptionOfType(NotFoundException.class)
              .isThrownBy(() -> lines.replace(ID, Map.of("sku", "x")));
          assertThat(lines.unscoped().findById(ID).orElseThrow().toMap())
              .containsEntry("deletedAt", NOW)
              .containsEntry("version", 2L);
          assertThat(lines.restore(ID).get("version")).isEqualTo(3L);
          assertThat(lines.exists(ID)).isTrue();
          assertThat(lines.unscoped().deleteById(ID)).isEqualTo(1);
          assertThat(lines.unscoped().count()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void a_condition_that_sql_cannot_decide_counts_too(String connector) {
    with(
        connector,
        lines -> {
          Filter odd = Filter.where("sku").regexp("^b$");
          assertThat(lines.updateAll(odd, Map.of("note", "m"))).isEqualTo(1);
          assertThat(lines.findById(ID).orElseThrow().get("version")).isEqualTo(2L);
          assertThat(lines.deleteAll(odd)).isEqualTo(1);
          assertThat(lines.unscoped().findById(ID).orElseThrow().get("version")).isEqualTo(3L);
        });
  }
}
