package dev.jongleur.memory;

import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.DATESTRING;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.DateText;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.error.DataException;
import dev.jongleur.query.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemoryTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void values_come_back_as_what_they_were() {
    Model things =
        nothing.acme(
            "Thing",
            t ->
                t.property("at", DATE)
                    .property("day", DATESTRING)
                    .property("photo", BINARY)
                    .property("place", GEOPOINT));
    var _ = things.create(Map.of("at", 0, "day", "2026", "photo", "a", "place", "1,2", "more", 1));
    Entity found = things.find().getFirst();
    assertThat(found.toMap())
        .isEqualTo(
            Map.of(
                "id",
                1L,
                "at",
                Instant.EPOCH,
                "day",
                new DateText("2026"),
                "photo",
                Binary.of(new byte[] {'a'}),
                "place",
                new GeoPoint(1, 2),
                "more",
                1L));
  }

  @Test
  void rows_come_nearest_first_where_they_must_be_near() {
    Model shops = nothing.acme("Shop", s -> s.property("place", GEOPOINT));
    var _ = shops.createAll(List.of(place("10,10"), place("1,1"), place("2,2"), Map.of()));
    Filter near = where("place").near(new GeoPoint(0, 0), 300, GeoPoint.Unit.MILES);
    assertThat(shops.find(near)).extracting(Entity::id).containsExactly(2L, 3L);
    assertThat(shops.count(near)).isEqualTo(2);
    assertThat(shops.deleteAll(near)).isEqualTo(2);
  }

  private static Map<String, Object> place(String text) {
    return Map.of("place", text);
  }

  @Test
  void a_reader_sees_all_of_a_write_or_nothing() throws Exception {
    Model rows = nothing.acme("Row", r -> r.property("n", NUMBER));
    List<Map<String, Integer>> ten = IntStream.range(0, 10).mapToObj(_ -> Map.of("n", 0)).toList();
    var _ =
        Race.of(
            6,
            runner -> {
              for (int i = 1; i <= 200; i++) {
                if (runner == 0) {
                  var _ = rows.createAll(ten);
                } else if (runner == 1) {
                  var _ = rows.updateAll(Filter.all(), Map.of("n", i));
                } else {
                  List<Entity> seen = rows.find();
                  assertThat(seen.size() % 10).isZero();
                }
              }
              return runner;
            });
    assertThat(rows.count()).isEqualTo(2_000);
  }

  @Test
  void rows_survive_another_definition_of_their_model() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING).property("age", STRING));
    var _ = users.create(Map.of("name", "Ada", "age", "36"));
    var _ = db.define("User", u -> u.property("age", NUMBER).property("city", STRING));
    assertThat(users.find(where("age").gt(35)))
        .extracting(Entity::toMap)
        .containsExactly(Map.of("id", 1L, "age", 36L, "name", "Ada"));
    assertThat(users.patch(1, Map.of("city", "Rome")).get("city")).isEqualTo("Rome");
    assertThat(users.updateAll(where("age", 36), Map.of("age", 37))).isEqualTo(1);
    assertThat(users.create(Map.of()).id()).isEqualTo(2L);
  }

  @Test
  void what_a_closed_model_does_not_define_stays_through_changes_of_the_rest() {
    DataSource db = nothing.memory();
    ModelDefinition narrow =
        ModelDefinition.of("User", u -> u.strict(Strict.FILTER).property("name", STRING));
    ModelDefinition wide = narrow.toBuilder().property("age", NUMBER).build();
    Model users = db.define(wide);
    var _ = users.create(Map.of("name", "Ada", "age", 36));
    var _ = db.define(narrow);
    assertThat(users.updateAll(Filter.all(), Map.of("name", "Eve"))).isEqualTo(1);
    assertThat(users.patch(1, Map.of("name", "Eva")).toMap()).doesNotContainKey("age");
    var _ = db.define(wide);
    assertThat(users.find())
        .extracting(Entity::toMap)
        .containsExactly(Map.of("id", 1L, "name", "Eva", "age", 36L));
  }

  @Test
  void a_key_of_two_parts_is_a_key() {
    Model lines =
        nothing
            .memory()
            .define(
                "Line",
                l ->
                    l.property(Property.of("order", NUMBER).asId(1))
                        .property(Property.of("number", NUMBER).asId(2)));
    Entity first = lines.create(Map.of("order", 1, "number", 1));
    Entity second = lines.create(Map.of("order", 1, "number", 2));
    assertThat(lines.patch(second, Map.of("text", "x")).get("text")).isEqualTo("x");
    assertThat(lines.delete(first)).isEqualTo(1);
    assertThat(lines.find()).extracting(line -> line.get("text")).containsExactly("x");
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> lines.create(Map.of("order", 1)));
  }
}
