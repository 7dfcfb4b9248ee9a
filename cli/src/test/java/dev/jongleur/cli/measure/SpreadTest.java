package dev.jongleur.cli.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void half_of_the_rounds_are_between_its_quartiles() {
    assertThat(Spread.of(List.of(50.0, 10.0, 30.0, 20.0, 40.0))).isEqualTo(new Spread(20, 30, 40));
  }

  @Test
  void between_two_rounds_it_is_in_the_middle() {
    assertThat(Spread.of(List.of(10.0, 20.0))).isEqualTo(new Spread(12.5, 15, 17.5));
  }

  @Test
  void one_slow_round_does_not_move_it() {
    assertThat(Spread.of(List.of(7.0, 7.0, 7.0, 7.0, 9000.0))).isEqualTo(new Spread(7, 7, 7));
  }
}
