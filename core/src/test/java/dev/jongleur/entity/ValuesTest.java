package dev.jongleur.entity;

import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.BINARY;
import static dev.jongleur.definition.ScalarType.BOOLEAN;
import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.DATESTRING;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.JSON;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.OBJECT;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.ScalarType.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** F-014 to F-024: how loose input becomes a value of a type. */
class ValuesTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  private static final ModelDefinition ADDRESS =
      ModelDefinition.of("Address", a -> a.injectId(false).property("zip", STRING));

  @ParameterizedTest
  @MethodSource
  void values_are_read_by_type(PropertyType type, Object raw, Object expected) {
    assertThat(read(type, raw)).isEqualTo(expected);
  }

  static Stream<Arguments> values_are_read_by_type() {
    return Stream.of(
        arguments(STRING, 5, "5"),
        arguments(STRING, 5.5, "5.5"),
        arguments(STRING, 1e21, "1e+21"),
        arguments(STRING, -1.5e21, "-1.5e+21"),
        arguments(STRING, 1.5e-7, "1.5e-7"),
        arguments(STRING, 1e-7, "1e-7"),
        arguments(STRING, 123456789012345680000d, "123456789012345680000"),
        arguments(STRING, 0.000001, "0.000001"),
        arguments(STRING, true, "true"),
        arguments(STRING, NOON, "2026-01-02T12:00:00.000Z"),
        arguments(STRING, Map.of("a", 1), "[object Object]"),
        arguments(STRING, Arrays.asList(1, null, "x"), "1,,x"),
        arguments(NUMBER, "42", 42L),
        arguments(NUMBER, " 1e3 ", 1000L),
        arguments(NUMBER, "0x1F", 31L),
        arguments(NUMBER, "", 0L),
        arguments(NUMBER, "1.5", 1.5),
        arguments(NUMBER, "ten", Double.NaN),
        arguments(NUMBER, "0x-5", Double.NaN),
        arguments(NUMBER, "1d", Double.NaN),
        arguments(NUMBER, "-Infinity", Double.NEGATIVE_INFINITY),
        arguments(NUMBER, 1 << 20, 1048576L),
        arguments(NUMBER, 1L << 54, (double) (1L << 54)),
        arguments(NUMBER, new BigDecimal("9.90"), 9.9),
        arguments(NUMBER, -0.0, 0L),
        arguments(NUMBER, true, 1L),
        arguments(NUMBER, NOON, NOON.toEpochMilli()),
        arguments(BOOLEAN, "true", true),
        arguments(BOOLEAN, "1", true),
        arguments(BOOLEAN, "false", false),
        arguments(BOOLEAN, "0", false),
        arguments(BOOLEAN, "", false),
        arguments(BOOLEAN, "no", true),
        arguments(BOOLEAN, 0, false),
        arguments(BOOLEAN, Double.NaN, false),
        arguments(BOOLEAN, List.of(), true),
        arguments(DATE, "2026-01-02T12:00:00Z", NOON),
        arguments(DATE, NOON.toEpochMilli(), NOON),
        arguments(DATE, java.util.Date.from(NOON), NOON),
        arguments(DATE, NOON.plusNanos(999), NOON),
        arguments(DATE, "soon", new Unreadable("soon")),
        arguments(DATE, 8.64e16, new Unreadable("86400000000000000")),
        arguments(DATESTRING, "2026-01-02", new DateText("2026-01-02")),
        arguments(DATESTRING, Map.of("when", "2026"), new DateText("2026")),
        arguments(BINARY, new byte[] {1, 2}, Binary.of(new byte[] {1, 2})),
        arguments(BINARY, "ab", Binary.of(new byte[] {'a', 'b'})),
        arguments(BINARY, List.of(1, 255), Binary.of(new byte[] {1, -1})),
        arguments(BINARY, Map.of("data", List.of(7)), Binary.of(new byte[] {7})),
        arguments(GEOPOINT, "1.5, 2", new GeoPoint(1.5, 2)),
        arguments(OBJECT, Map.of("a", 1), Map.of("a", 1L)),
        arguments(OBJECT, "text", "text"),
        arguments(TEXT, "5", "5"),
        arguments(ANY, "5", 5L),
        arguments(ANY, "{\"a\":[1,2.5]}", Map.of("a", List.of(1L, 2.5))),
        arguments(JSON, "no json", "no json"),
        arguments(NUMBER.list(), List.of("1", 2), List.of(1L, 2L)),
        arguments(NUMBER.list(), "[\"1\"]", List.of(1L)),
        arguments(DATE.list(), List.of("2026-01-02T12:00:00Z"), List.of(NOON)));
  }

  @ParameterizedTest
  @EnumSource(ScalarType.class)
  void null_stays_null(ScalarType type) {
    assertThat(read(type, null)).isNull();
    assertThat(read(type, Nothing.NULL)).isNull();
    assertThat(read(type.list(), null)).isNull();
  }

  @ParameterizedTest
  @MethodSource
  void what_a_type_refuses_is_bad_data(PropertyType type, Object raw) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> read(type, raw))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
  }

  static Stream<Arguments> what_a_type_refuses_is_bad_data() {
    return Stream.of(
        arguments(DATESTRING, "soon"),
        arguments(DATESTRING, 5),
        arguments(BINARY, 5),
        arguments(BINARY, List.of("x")),
        arguments(GEOPOINT, "91,0"),
        arguments(GEOPOINT, "1"),
        arguments(GEOPOINT, true),
        arguments(STRING.list(), "a"),
        arguments(STRING.list(), 3),
        arguments(STRING.list(), Map.of()),
        arguments(new InlineType(ADDRESS), "x"),
        arguments(new InlineType(ADDRESS), List.of()));
  }

  @Test
  void a_nested_model_becomes_an_entity() {
    Object inline = read(new InlineType(ADDRESS), Map.of("zip", 123));
    assertThat(inline)
        .isInstanceOfSatisfying(Entity.class, a -> assertThat(a.get("zip")).isEqualTo("123"));
    ModelLookup known = name -> java.util.Optional.of(ADDRESS);
    Object named = Values.read(new ModelType("Address"), "{\"zip\":\"00123\"}", known);
    assertThat(named)
        .isInstanceOfSatisfying(Entity.class, a -> assertThat(a.get("zip")).isEqualTo("00123"));
    assertThat(Values.read(new ModelType("Address"), named, known)).isSameAs(named);
  }

  @Test
  void a_model_that_is_never_defined_is_named() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> read(new ModelType("Ghost"), Map.of()))
        .withMessageContaining("\"Ghost\"");
  }

  @Test
  void a_long_text_of_digits_that_is_no_number_is_told_quickly() {
    String digits = "1".repeat(200_000) + "x";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(read(NUMBER, digits)).isEqualTo(Double.NaN));
  }

  @Test
  void plain_data_is_frozen_deeply() {
    var list = new java.util.ArrayList<Object>(List.of(1));
    var map = new java.util.HashMap<String, Object>(Map.of("list", list));
    Object plain = Values.plain(map);
    list.add(2);
    map.clear();
    assertThat(plain).isEqualTo(Map.of("list", List.of(1L)));
    assertThatNoException().isThrownBy(() -> Values.plain(null));
  }

  private static @Nullable Object read(PropertyType type, @Nullable Object raw) {
    return Values.read(type, raw, ModelLookup.NONE);
  }
}
