package dev.jongleur.entity;

import static dev.jongleur.definition.DecimalType.DECIMAL;
import static dev.jongleur.definition.DecimalType.decimal;
import static dev.jongleur.definition.EnumType.enumeration;
import static dev.jongleur.definition.ScalarType.DATEONLY;
import static dev.jongleur.definition.ScalarType.INTEGER;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.definition.ScalarType.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the exact types read, and what they refuse rather than round or cut it. */
class ExactValuesTest {
  private static final java.util.UUID SOME =
      java.util.UUID.fromString("123e4567-e89b-42d3-a456-556642440000");

  enum Status {
    NEW,
    PAID
  }

  @ParameterizedTest
  @MethodSource
  void values_are_read_exactly(PropertyType type, Object raw, Object expected) {
    assertThat(Values.read(type, raw, ModelLookup.NONE)).isEqualTo(expected);
  }

  static Stream<Arguments> values_are_read_exactly() {
    return Stream.of(
        arguments(INTEGER, 5, 5L),
        arguments(INTEGER, 5.0, 5L),
        arguments(INTEGER, " -2147483648 ", -2147483648L),
        arguments(INTEGER, "1e3", 1000L),
        arguments(LONG, "9223372036854775807", Long.MAX_VALUE),
        arguments(LONG, 9007199254740993L, 9007199254740993L),
        arguments(LONG, BigInteger.TEN, 10L),
        arguments(DECIMAL, 0.1, new BigDecimal("0.1")),
        arguments(DECIMAL, "100.00", new BigDecimal("100")),
        arguments(DECIMAL, 1e30, new BigDecimal("1" + "0".repeat(30))),
        arguments(DECIMAL, "0.1234567890123456789", new BigDecimal("0.1234567890123456789")),
        arguments(decimal(5, 2), 9.9, new BigDecimal("9.90")),
        arguments(decimal(5, 2), "-999.990", new BigDecimal("-999.99")),
        arguments(decimal(2, 2), 0, new BigDecimal("0.00")),
        arguments(DATEONLY, "2024-02-29", LocalDate.of(2024, 2, 29)),
        arguments(DATEONLY, LocalDate.EPOCH, LocalDate.EPOCH),
        arguments(UUID, "123E4567-E89B-42D3-A456-556642440000", SOME),
        arguments(UUID, SOME, SOME),
        arguments(enumeration(Status.class), Status.PAID, "PAID"),
        arguments(enumeration("new", "5"), 5, "5"),
        arguments(STRING, new BigDecimal("9.90"), "9.90"),
        arguments(STRING, 9007199254740993L, "9007199254740993"),
        arguments(DECIMAL.list(), List.of("1.0", 2), List.of(BigDecimal.ONE, BigDecimal.TWO)));
  }

  @ParameterizedTest
  @MethodSource
  void what_is_not_exactly_one_is_refused(PropertyType type, Object raw, String why) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Values.read(type, raw, ModelLookup.NONE))
        .withMessageContaining(why);
  }

  static Stream<Arguments> what_is_not_exactly_one_is_refused() {
    return Stream.of(
        arguments(
            INTEGER, 1.5, "An integer (a whole number of 32 bits) is needed where a fraction"),
        arguments(INTEGER, 2147483648L, "a larger one"),
        arguments(INTEGER, "", "text"),
        arguments(INTEGER, true, "a boolean"),
        arguments(INTEGER, Double.NaN, "a number"),
        arguments(LONG, "9223372036854775808", "a larger one"),
        arguments(LONG, 0x1p63, "a larger one"),
        arguments(LONG, "five", "A long"),
        arguments(LONG, Instant.EPOCH, "Instant"),
        arguments(DECIMAL, "1e1001", "A decimal"),
        arguments(DECIMAL, "1e-999999999", "A decimal"),
        arguments(DECIMAL, Double.POSITIVE_INFINITY, "A decimal"),
        arguments(decimal(5, 2), 9.999, "5 digits, 2 behind the point, is needed where one with"),
        arguments(decimal(5, 2), 1000, "a larger one"),
        arguments(DATEONLY, "2023-02-29", "A day (yyyy-MM-dd)"),
        arguments(DATEONLY, "2024-02-29T00:00:00Z", "A day"),
        arguments(DATEONLY, "0000-01-01", "A day"),
        arguments(DATEONLY, Instant.EPOCH, "Instant"),
        arguments(DATEONLY, LocalDate.of(10000, 1, 1), "LocalDate"),
        arguments(UUID, "1-1-1-1-1", "A uuid is needed where text was given."),
        arguments(enumeration("new", "paid"), "PAID", "One of new, paid is needed"));
  }

  @Test
  void everything_that_is_refused_is_told_at_once() {
    var order = ModelDefinition.of("Order", o -> o.property("n", INTEGER).property("u", UUID));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() ->
            EntityReader.of(order, ModelLookup.NONE).read(Map.of("n", 1.5, "u", "?", "other", 1)))
        .withMessageContaining("\"n\" of \"Order\": An integer")
        .withMessageContaining("\"u\" of \"Order\": A uuid");
  }

  @Test
  void a_stored_value_that_its_new_type_refuses_is_kept_and_marked() {
    var before = ModelDefinition.of("Order", o -> o.property("n", STRING));
    var after = ModelDefinition.of("Order", o -> o.property("n", INTEGER));
    Entity row = EntityReader.of(before, ModelLookup.NONE).read(Map.of("n", "five"));
    assertThat(row.under(after).get("n")).isEqualTo(new Unreadable("five"));
    assertThat(row.under(after).under(before).get("n")).isEqualTo("five");
  }
}
