package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.server.web.PathText;
import dev.jongleur.server.web.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathTextTest {
  @Test
  void a_path_is_split_before_it_is_decoded() {
    assertThat(PathText.parts("/api/a%2Fb/%C3%A4")).containsExactly("api", "a/b", "ä");
    assertThat(PathText.parts("/api/a+b%20c")).containsExactly("api", "a+b c");
  }

  @Test
  void a_slash_at_the_end_means_nothing_but_one_within_does() {
    assertThat(PathText.parts("/")).isEmpty();
    assertThat(PathText.parts("/api/")).containsExactly("api");
    assertThat(PathText.parts("/t//api")).containsExactly("t", "", "api");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%", "/%2", "/%zz", "/a%C3", "/%FF%FE", "/%2/3"})
  void percent_signs_that_are_no_utf_8_are_refused(String path) {
    assertThatThrownBy(() -> PathText.parts(path)).isInstanceOf(RefusedException.class);
  }
}
