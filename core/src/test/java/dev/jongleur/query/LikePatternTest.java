package dev.jongleur.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {
  @ParameterizedTest
  @CsvSource({
    "Ada, Ada, true", "Ada, ada, false", "A%, Ada, true", "%d%, Ada, true", "d, Ada, false",
    "A_a, Ada, true", "A_, Ada, false", "%, '', true", "'', '', true", "'', x, false",
    "50\\%, 50%, true", "50\\%, 500, false", "a.b, axb, false", "^a$, a, false", "a|b, a, false",
    "\\_, _, true", "a\\, a\\, true", "%%a%%, a, true", "[a], a, false", "\\\\, \\, true"
  })
  void a_pattern_fits_the_whole_text(String pattern, String text, boolean fits) {
    assertThat(LikePattern.of(pattern, false).fits(text)).isEqualTo(fits);
  }

  @Test
  void case_is_ignored_where_asked() {
    assertThat(LikePattern.of("ADA%", true).fits("adam")).isTrue();
    assertThat(LikePattern.of("ÄÖ", true).fits("äö")).isTrue();
  }

  @Test
  void a_run_takes_in_line_ends() {
    assertThat(LikePattern.of("a%b", false).fits("a\n\r\nb")).isTrue();
  }

  @Property(tries = 5_000)
  void it_fits_what_the_regular_expression_fits(
      @ForAll("patterns") String pattern, @ForAll("texts") String text, @ForAll boolean anyCase) {
    int flags = Pattern.DOTALL | (anyCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
    boolean expected = Pattern.compile(oracle(pattern), flags).matcher(text).matches();
    assertThat(LikePattern.of(pattern, anyCase).fits(text)).isEqualTo(expected);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("aAbé%%_\\.\n").ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aAbBéÉ%_\\.\n").ofMaxLength(8);
  }

  private static String oracle(String like) {
    var regex = new StringBuilder();
    for (int i = 0; i < like.length(); i++) {
      char c = like.charAt(i);
      if (c == '\\' && i + 1 < like.length()) {
        regex.append(Pattern.quote(String.valueOf(like.charAt(++i))));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return regex.toString();
  }

  @Test
  void many_runs_do_not_take_long() {
    LikePattern pattern = LikePattern.of("%a".repeat(200) + "b", false);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5), () -> assertThat(pattern.fits("a".repeat(20_000))).isFalse());
  }
}
