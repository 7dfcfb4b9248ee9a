package dev.jongleur.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.QueryException;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexpTest {
  @ParameterizedTest
  @CsvSource({
    "d, Ada, true", "^d, Ada, false", "/ADA/i, ada, true", "/ADA/, ada, false", "'', x, true",
    "'', '', true", "/É/i, é, true", "/x/g, x, true", "/a/b/, a/b, true", "/, a/b, true",
    "/Ada/gim, ADA, true"
  })
  void a_pattern_is_found_anywhere(String pattern, String text, boolean found) {
    assertThat(Regexp.found(Regexp.of(pattern).compile(), text)).isEqualTo(found);
  }

  @Test
  void lines_count_only_where_asked() {
    assertThat(Regexp.found(Regexp.of("/^b/m").compile(), "a\nb")).isTrue();
    assertThat(Regexp.found(Regexp.of("/^b/").compile(), "a\nb")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "[", "*", "/x/y", "/x/ix", "a{2", "\\"})
  void what_cannot_be_read_is_refused(String pattern) {
    assertThatExceptionOfType(QueryException.class).isThrownBy(() -> Regexp.of(pattern));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|aa)+$",
        "(a*)*b",
        "(.*a){25}$",
        "((a+)b?)+c",
        "((()*)*)*b",
        "(?:(?:(?:){9999}){9999}){9999}",
        "(?:(?:(?=a){9999}){9999}){9999}"
      })
  void a_pattern_that_takes_too_long_is_stopped(String pattern) {
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> found(pattern));
  }

  private static void found(String pattern) {
    try {
      String text = "a".repeat(50) + "!";
      assertThat(Regexp.found(Regexp.of(pattern).compile(), text)).isIn(true, false);
    } catch (QueryException stopped) {
      assertThat(stopped.status()).isEqualTo(400);
    }
  }

  @Test
  void a_pattern_nested_too_deeply_is_refused() {
    String deep = "(".repeat(20_000) + "a" + ")".repeat(20_000);
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> Regexp.found(Regexp.of(deep).compile(), "a"));
  }

  @Test
  void ordinary_repeats_are_fine() {
    String uuid = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
    assertThat(Regexp.found(Regexp.of(uuid).compile(), "01234567-0123-0123-0123-0123456789ab"))
        .isTrue();
  }
}
