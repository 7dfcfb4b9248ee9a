package dev.jongleur.entity;

import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordViewTest {
  enum Color {
    RED
  }

  record Nested(String zip) {}

  record Whole(
      long id,
      int count,
      double weight,
      BigDecimal price,
      boolean open,
      Instant at,
      Color color,
      Nested address,
      List<String> tags,
      Optional<String> note,
      @Nullable String missing) {}

  record Count(int count) {}

  record Long64(long count) {}

  record Name(@Nullable String name) {}

  record Flag(boolean open) {}

  record Colored(Color color) {}

  record When(Instant at) {}

  record Picky(String name) {
    Picky {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("a name");
      }
    }
  }

  private static final ModelDefinition THING =
      ModelDefinition.of(
          "Thing",
          t ->
              t.property("count", NUMBER)
                  .property("price", NUMBER)
                  .property("open", BOOLEAN)
                  .property("at", DATE)
                  .property("name", STRING)
                  .property("color", STRING)
                  .property("tags", STRING.list())
                  .property(
                      "address",
                      new InlineType(ModelDefinition.of("A", a -> a.property("zip", STRING)))));

  @Test
  void components_are_filled_by_name() {
    Entity thing =
        read(
            Map.ofEntries(
                Map.entry("id", 1),
                Map.entry("count", "3"),
                Map.entry("weight", 1.5),
                Map.entry("price", "9.90"),
                Map.entry("open", 1),
                Map.entry("at", 0),
                Map.entry("color", "RED"),
                Map.entry("address", Map.of("zip", "00123")),
                Map.entry("tags", List.of("a"))));
    assertThat(thing.as(Whole.class))
        .isEqualTo(
            new Whole(
                1,
                3,
                1.5,
                new BigDecimal("9.9"),
                true,
                Instant.EPOCH,
                Color.RED,
                new Nested("00123"),
                List.of("a"),
                Optional.empty(),
                null));
  }

  @Test
  void text_is_made_of_what_is_no_text() {
    assertThat(read(Map.of()).with("open", true).under(open()).as(Name.class).name()).isNull();
    assertThat(entity(open(), Map.of("name", 5)).as(Name.class).name()).isEqualTo("5");
    assertThat(entity(open(), Map.of("name", Instant.EPOCH)).as(Name.class).name())
        .isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.5, 3e9, Double.NaN, Double.POSITIVE_INFINITY})
  void a_number_that_an_int_cannot_hold_is_refused(double number) {
    refused(Map.of("count", number), Count.class, "\"count\"");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1e300, Double.NaN})
  void a_number_that_a_long_cannot_hold_is_refused(double number) {
    refused(Map.of("count", number), Long64.class, "\"count\"");
  }

  @Test
  void what_does_not_fit_is_named_without_its_value() {
    refused(Map.of(), Count.class, "\"count\" of Thing[id=null] is not a int");
    refused(Map.of("color", "BLUE"), Colored.class, "\"color\"");
    refused(Map.of("at", "soon"), When.class, "\"at\"");
    refused(Map.of(), Flag.class, "\"open\"");
  }

  @Test
  void a_record_may_refuse() {
    refused(Map.of("name", ""), Picky.class, "Picky refused Thing[id=null]");
  }

  private static void refused(Map<String, Object> data, Class<? extends Record> view, String why) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read(data).as(view))
        .withMessageContaining(why);
  }

  private static ModelDefinition open() {
    return ModelDefinition.of("Thing", _ -> {});
  }

  private static Entity read(Map<String, Object> data) {
    return entity(THING, data);
  }

  private static Entity entity(ModelDefinition model, Map<String, Object> data) {
    return EntityReader.of(model, ModelLookup.NONE).read(data);
  }
}
