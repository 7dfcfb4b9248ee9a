package dev.jongleur.json;

import static dev.jongleur.definition.DecimalType.DECIMAL;
import static dev.jongleur.definition.DecimalType.decimal;
import static dev.jongleur.definition.EnumType.enumeration;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Values of the exact types go through JSON and lose nothing. */
class ExactJsonTest {
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("count", ScalarType.INTEGER)
                  .property("serial", ScalarType.LONG)
                  .property("rate", DECIMAL)
                  .property("total", decimal(30, 10))
                  .property("day", ScalarType.DATEONLY)
                  .property("token", ScalarType.UUID)
                  .property("status", enumeration("new", "paid"))
                  .property("prices", DECIMAL.list())
                  .property(
                      "tax",
                      new InlineType(
                          ModelDefinition.of(
                              "Tax", t -> t.injectId(false).property("rate", DECIMAL)))));

  @Property(tries = 500)
  void what_is_written_reads_back_as_it_was(@ForAll("orders") Map<String, Object> data) {
    Entity order = read(data);
    assertThat(read(JsonReader.BODY.read(JsonWriter.text(order)))).isEqualTo(order);
  }

  @Provide
  Arbitrary<Map<String, Object>> orders() {
    Arbitrary<BigDecimal> decimals =
        Combinators.combine(Arbitraries.bigIntegers(), Arbitraries.integers().between(-20, 60))
            .as(BigDecimal::new);
    Arbitrary<BigDecimal> totals =
        Arbitraries.longs().map(unscaled -> BigDecimal.valueOf(unscaled, 10));
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.longs(),
            decimals,
            totals,
            Arbitraries.integers().between(0, 2_900_000),
            Arbitraries.longs(),
            Arbitraries.of("new", "paid"))
        .as(ExactJsonTest::order);
  }

  private static Map<String, Object> order(
      int count,
      long serial,
      BigDecimal rate,
      BigDecimal total,
      int day,
      long bits,
      String status) {
    var data = new LinkedHashMap<String, Object>();
    data.put("count", count);
    data.put("serial", serial);
    data.put("rate", rate);
    data.put("total", total);
    data.put("day", LocalDate.of(1, 1, 1).plusDays(day));
    data.put("token", new UUID(bits, serial));
    data.put("status", status);
    data.put("prices", java.util.List.of(rate, total));
    data.put("tax", Map.of("rate", rate));
    return data;
  }

  @Test
  void decimals_are_text_and_so_is_a_long_that_javascript_cannot_tell() {
    var exact = Map.of("total", "9.9000000001", "serial", 9007199254740993L);
    assertThat(JsonWriter.text(read(exact)))
        .contains("\"total\":\"9.9000000001\"", "\"serial\":\"9007199254740993\"");
    assertThat(JsonWriter.text(read(Map.of("serial", 9007199254740991L, "day", "2024-02-29"))))
        .contains("\"serial\":9007199254740991", "\"day\":\"2024-02-29\"");
  }

  @Test
  void numbers_in_a_body_lose_no_digit() {
    Entity order =
        read(
            JsonReader.BODY.read(
                "{\"serial\": 9007199254740993, \"rate\": 0.12345678901234567890123,"
                    + " \"tax\": {\"rate\": 123456789012345678901234567890}, \"other\": 9007199254740993}"));
    assertThat(order.get("serial")).isEqualTo(9007199254740993L);
    assertThat(order.get("rate")).isEqualTo(new BigDecimal("0.12345678901234567890123"));
    assertThat(((Entity) Objects.requireNonNull(order.get("tax"))).get("rate"))
        .isEqualTo(new BigDecimal("123456789012345678901234567890"));
    assertThat(order.get("other")).isEqualTo(9007199254740992L);
  }

  @SuppressWarnings("unchecked")
  private static Entity read(@Nullable Object data) {
    return EntityReader.of(ORDER, ModelLookup.NONE)
        .read((Map<String, Object>) Objects.requireNonNull(data));
  }
}
