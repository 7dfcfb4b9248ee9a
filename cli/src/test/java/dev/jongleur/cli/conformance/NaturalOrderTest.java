package dev.jongleur.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
  @Test
  void numbers_are_ordered_by_value_and_the_rest_as_text() {
    assertThat(
            Stream.of("like-10", "like-2", "like", "a/like-3", "like-02x", "like-1")
                .sorted(NaturalOrder::compare))
        .containsExactly("a/like-3", "like", "like-1", "like-2", "like-02x", "like-10");
  }

  @Test
  void no_two_texts_are_the_same() {
    assertThat(NaturalOrder.compare("a-02", "a-2")).isNotZero();
  }
}
