package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.Property;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several properties that make up the key together (F-076, F-080, F-081). */
class CompositeIdsTest {
  private static final Map<String, Object> SECOND = Map.of("orderNo", 1L, "no", 2L);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model lines() {
    DataSource source = nothing.memory();
    Model lines = source.define("Line", CompositeIdsTest::lines);
    var _ =
        lines.createAll(
            List.of(
                Map.of("orderNo", 1, "no", 1, "sku", "a"),
                Map.of("orderNo", 1, "no", 2, "sku", "b"),
                Map.of("orderNo", 2, "no", 1, "sku", "c")));
    return lines;
  }

  private static void lines(ModelBuilder b) {
    b.property(Property.of("orderNo", NUMBER).asId(1))
        .property(Property.of("no", NUMBER).asId(2))
        .property("sku", STRING);
  }

  @Test
  void an_id_is_a_map_of_the_values_of_its_properties() {
    Entity line = lines().findById(SECOND).orElseThrow();
    assertThat(line.get("sku")).isEqualTo("b");
    assertThat(line.id()).isEqualTo(SECOND);
  }

  @Test
  void parts_are_compared_tolerantly() {
    assertThat(lines().findById(Map.of("no", "2", "orderNo", "1"))).isPresent();
  }

  @Test
  void everything_that_takes_an_id_takes_such_a_one() {
    Model lines = lines();
    assertThat(lines.exists(SECOND)).isTrue();
    assertThat(lines.exists(Map.of("orderNo", 2, "no", 2))).isFalse();
    assertThat(lines.patch(SECOND, Map.of("sku", "x")).get("sku")).isEqualTo("x");
    assertThat(lines.replace(SECOND, Map.of("sku", "y")).id()).isEqualTo(SECOND);
    assertThat(lines.reload(lines.findById(SECOND).orElseThrow())).isPresent();
    assertThat(
            lines.findByIds(
                List.of(Map.of("orderNo", 2, "no", 1), Map.of("orderNo", 9, "no", 9), SECOND)))
        .extracting(row -> row.get("sku"))
        .containsExactly("c", "y");
    assertThat(lines.deleteById(SECOND)).isEqualTo(1);
    assertThat(lines.find()).extracting(row -> row.get("sku")).containsExactly("a", "c");
  }

  @Test
  void data_that_has_all_parts_names_its_row() {
    Model lines = lines();
    assertThat(lines.upsert(Map.of("orderNo", 1, "no", 2, "sku", "x")).get("sku")).isEqualTo("x");
    assertThat(lines.replaceOrCreate(Map.of("orderNo", 1, "no", 2), Options.NONE).toMap())
        .isEqualTo(SECOND);
    assertThat(lines.upsert(Map.of("orderNo", 2, "no", 2)).isStored()).isTrue();
    assertThat(lines.count()).isEqualTo(4);
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> lines.create(Map.of("orderNo", 2, "no", 2)));
  }

  @Test
  void a_part_cannot_be_changed() {
    Model lines = lines();
    assertThat(lines.patch(SECOND, Map.of("orderNo", "1", "sku", "x")).get("sku")).isEqualTo("x");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> lines.patch(SECOND, Map.of("no", 3)));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> lines.replace(SECOND, Map.of("orderNo", 3)));
    assertThat(lines.updateAll(Filter.all(), Map.of("no", 3, "sku", "z"))).isEqualTo(3);
    assertThat(lines.findById(SECOND).orElseThrow().get("sku")).isEqualTo("z");
  }

  @Test
  void a_part_alone_is_no_id() {
    Model lines = lines();
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> lines.findById(1))
        .withMessageContaining("orderNo")
        .withMessageContaining("no");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> lines.deleteById(Map.of("orderNo", 1)));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> lines.create(Map.of("orderNo", 1)));
  }

  @Test
  void an_entity_at_hand_is_found_by_all_parts() {
    Model lines = lines();
    Entity line = lines.findById(SECOND).orElseThrow();
    assertThat(lines.save(line.with("sku", "x")).id()).isEqualTo(SECOND);
    assertThat(lines.delete(line)).isEqualTo(1);
    assertThat(lines.count()).isEqualTo(2);
  }
}
