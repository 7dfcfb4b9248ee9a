package dev.jongleur.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DataException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Property(tries = 500)
  void what_is_printed_is_parsed_again(@ForAll("json") Object value) {
    assertThat(JsonText.parse(JsonText.print(value))).isEqualTo(plain(value));
  }

  @Provide
  Arbitrary<Object> json() {
    return Arbitraries.recursive(JsonTextTest::scalars, JsonTextTest::trees, 3);
  }

  private static Arbitrary<Object> scalars() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.longs().between(-(1L << 53), 1L << 53),
        Arbitraries.doubles(),
        Arbitraries.of(true, false),
        Arbitraries.of(Nothing.NULL));
  }

  private static Arbitrary<Object> trees(Arbitrary<Object> inner) {
    return Arbitraries.oneOf(
        inner.list().ofMaxSize(3),
        Arbitraries.maps(Arbitraries.strings().ofMaxLength(5), inner).ofMaxSize(3));
  }

  private static @Nullable Object plain(Object value) {
    return Values.plain(value);
  }

  @Test
  void values_are_written_as_json_means_them() {
    assertThat(JsonText.print(Arrays.asList(1, 1.5, Double.NaN, null, "\"\n", true)))
        .isEqualTo("[1,1.5,null,null,\"\\\"\\n\",true]");
    assertThat(JsonText.print(Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00.000Z\"");
    assertThat(JsonText.print(Binary.of(new byte[] {1}))).isEqualTo("\"AQ==\"");
  }

  @Test
  void numbers_are_kept_whole_where_they_are() {
    assertThat(JsonText.parse("[1, 1.0, 1.5, 1e400]"))
        .isEqualTo(List.of(1L, 1L, 1.5, Double.POSITIVE_INFINITY));
    assertThat(JsonText.parse("{\"a\":{\"b\":[]}}")).isEqualTo(Map.of("a", Map.of("b", List.of())));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1", "[1,]", "{\"a\"}", "1 2", "nul", "'a'", "[1}"})
  void other_text_is_refused_and_never_guessed(String text) {
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> JsonText.parse(text));
    assertThat(JsonText.tryParse(text)).isEmpty();
  }

  @Test
  void nesting_is_bounded() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> JsonText.parse(deep));
  }
}
