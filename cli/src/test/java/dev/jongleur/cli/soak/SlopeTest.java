package dev.jongleur.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
  @Test
  void a_straight_line_has_its_slope_and_no_error() {
    Slope slope = Slope.of(samples(1000, 1030, 1060, 1090), Sample::liveHeap);
    assertThat(slope.perSwitch()).isCloseTo(3, within(1e-9));
    assertThat(slope.error()).isCloseTo(0, within(1e-6));
    assertThat(slope.exceeds(1)).isTrue();
  }

  @Test
  void what_shrinks_has_a_negative_slope() {
    Slope slope = Slope.of(samples(1000, 980, 960), Sample::liveHeap);
    assertThat(slope.perSwitch()).isCloseTo(-2, within(1e-9));
  }

  @Test
  void noise_is_error_and_no_growth() {
    Slope slope = Slope.of(samples(1000, 1100, 1000, 1100, 1000, 1100), Sample::liveHeap);
    assertThat(slope.error()).isGreaterThan(0.8);
    assertThat(slope.exceeds(1)).isFalse();
  }

  private static List<Sample> samples(long... heaps) {
    return java.util.stream.IntStream.range(0, heaps.length)
        .mapToObj(i -> new Sample(i * 10L, heaps[i], 0))
        .toList();
  }
}
