package dev.jongleur.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.policy.StackCapture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpeningsTest {
  private final Openings openings = new Openings();

  private long notedOf(int count) {
    return IntStream.range(0, count).filter(_ -> openings.here().isPresent()).count();
  }

  @Test
  void off_notes_none_and_all_notes_all() {
    openings.stacks(StackCapture.OFF);
    assertThat(notedOf(1_000)).isZero();
    openings.stacks(StackCapture.ALL);
    assertThat(notedOf(1_000)).isEqualTo(1_000);
  }

  @Test
  void a_sample_has_the_first_and_one_in_sixty_one() {
    assertThat(notedOf(1)).isEqualTo(1);
    assertThat(notedOf(610)).isEqualTo(10);
  }

  @Test
  void the_sample_of_what_is_opened_in_turn_has_every_turn() {
    long first = IntStream.range(0, 6_100).filter(i -> noted() && i % 2 == 0).count();
    assertThat(first).isEqualTo(50);
  }

  private boolean noted() {
    return openings.here().isPresent();
  }

  @Test
  void after_a_leak_whose_opening_was_not_noted_the_next_openings_all_are() {
    assertThat(notedOf(10)).isEqualTo(1);
    openings.suspect();
    assertThat(notedOf(30)).isEqualTo(30);
    assertThat(notedOf(10_000)).isLessThan(300);
  }

  @Test
  void what_is_noted_is_where_it_was_opened() {
    assertThat(openings.here().orElseThrow().getStackTrace())
        .anyMatch(frame -> frame.getClassName().equals(OpeningsTest.class.getName()));
  }
}
