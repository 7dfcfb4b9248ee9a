package dev.jongleur.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.error.QueryException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeyPatternTest {
  private static final List<String> KEYS =
      List.of("a", "ab", "abc", "b", "b/c", ".hidden", "x*y", "x1", "[z]", "!a", "a\nb", "^", "]");

  private static List<String> found(String pattern) {
    return KEYS.stream().filter(KeyPattern.of(pattern)::matches).toList();
  }

  @Example
  void a_star_is_any_run_within_a_part() {
    assertThat(found("a*")).containsExactly("a", "ab", "abc", "a\nb");
    assertThat(found("*")).doesNotContain("b/c").contains(".hidden", "a\nb");
    assertThat(found("**")).isEqualTo(found("*"));
    assertThat(found("*/*")).containsExactly("b/c");
    assertThat(found("*c")).containsExactly("abc");
    assertThat(KeyPattern.of("a/*").matches("a/")).isFalse();
    assertThat(KeyPattern.of("a/x*").matches("a/x")).isTrue();
  }

  @Example
  void a_question_mark_is_any_one_character_but_a_slash() {
    assertThat(found("?")).containsExactly("a", "b", "^", "]");
    assertThat(found("b?c")).isEmpty();
    assertThat(found("a?")).containsExactly("ab");
  }

  @Example
  void a_set_is_any_one_of_it_or_of_all_others() {
    assertThat(found("[a-b]")).containsExactly("a", "b");
    assertThat(found("[^a]")).containsExactly("b", "^", "]");
    assertThat(found("[!a]")).isEqualTo(found("[^a]"));
    assertThat(found("[]]")).containsExactly("]");
    assertThat(found("[a\\]]")).containsExactly("a", "]");
    assertThat(found("[b-a]")).isEmpty();
    assertThat(KeyPattern.of("[a-]").matches("-")).isTrue();
  }

  @Example
  void what_is_no_set_is_itself() {
    assertThat(KeyPattern.of("[a").matches("[a")).isTrue();
    assertThat(KeyPattern.of("[a/b]").matches("[a/b]")).isTrue();
    assertThat(KeyPattern.of("a\\").matches("a\\")).isTrue();
    assertThat(KeyPattern.of("#{a,b}+(c)").matches("#{a,b}+(c)")).isTrue();
  }

  @Example
  void a_backslash_takes_the_next_literally() {
    assertThat(found("x\\*y")).containsExactly("x*y");
    assertThat(found("\\[z\\]")).containsExactly("[z]");
    assertThat(found("\\!a")).containsExactly("!a");
    assertThat(KeyPattern.of("a\\/b").matches("a/b")).isTrue();
  }

  @Example
  void an_exclamation_mark_in_front_means_all_others() {
    assertThat(found("!a")).containsAll(List.of("ab", "b/c")).doesNotContain("a");
    assertThat(found("!!a")).containsExactly("a");
    assertThat(found("")).isEqualTo(KEYS);
    assertThat(found("!")).isEqualTo(KEYS);
  }

  @Example
  void every_key_that_fits_begins_with_the_prefix() {
    assertThat(KeyPattern.of("user:*").prefix()).isEqualTo("user:");
    assertThat(KeyPattern.of("a/b/c?").prefix()).isEqualTo("a/b/c");
    assertThat(KeyPattern.of("abc").prefix()).isEqualTo("abc");
    assertThat(KeyPattern.of("!abc").prefix()).isEmpty();
    assertThat(KeyPattern.of("*abc").prefix()).isEmpty();
  }

  @Example
  void a_pattern_has_a_longest_length() {
    assertThatThrownBy(() -> KeyPattern.of("a".repeat(KeyPattern.MOST + 1)))
        .isInstanceOf(QueryException.class)
        .hasMessageContaining("1024");
  }

  /** Backtracking into every star would take longer than the universe has been there. */
  @Example
  void many_stars_take_no_longer_than_text_times_pattern() {
    KeyPattern pattern = KeyPattern.of("a*".repeat(KeyPattern.MOST / 2 - 1) + "b");
    assertThat(pattern.matches("a".repeat(8_192))).isFalse();
  }

  @Property(tries = 20_000)
  void a_pattern_fits_as_one_that_tries_every_way_says(
      @ForAll("patterns") String pattern, @ForAll("keys") String key) {
    KeyPattern read = KeyPattern.of(pattern);
    assertThat(read.matches(key)).isEqualTo(EveryWay.fits(pattern, key));
    if (read.matches(key)) {
      assertThat(key).startsWith(read.prefix());
    }
  }

  @Property(tries = 5_000)
  void whatever_the_text_it_is_a_pattern(@ForAll String pattern, @ForAll String key) {
    var _ = KeyPattern.of(pattern).matches(key);
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.strings().withChars("ab/*?*").ofMinLength(1).ofMaxLength(8);
  }

  @Provide
  Arbitrary<String> keys() {
    return Arbitraries.strings().withChars("aab/").ofMinLength(1).ofMaxLength(8);
  }

  /** Stars and question marks by the definition, one character after the other. */
  private static final class EveryWay {
    private EveryWay() {}

    static boolean fits(String pattern, String key) {
      String[] parts = pattern.split("/", -1);
      String[] texts = key.split("/", -1);
      if (parts.length != texts.length) {
        return false;
      }
      for (int i = 0; i < parts.length; i++) {
        boolean onlyStars = parts[i].matches("\\*+");
        if (onlyStars ? texts[i].isEmpty() : !part(parts[i], texts[i])) {
          return false;
        }
      }
      return true;
    }

    private static boolean part(String pattern, String text) {
      if (pattern.isEmpty()) {
        return text.isEmpty();
      }
      char first = pattern.charAt(0);
      String rest = pattern.substring(1);
      if (first == '*') {
        return part(rest, text) || !text.isEmpty() && part(pattern, text.substring(1));
      }
      return !text.isEmpty()
          && (first == '?' || first == text.charAt(0))
          && part(rest, text.substring(1));
    }
  }
}
