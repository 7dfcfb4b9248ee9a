package dev.jongleur.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
  void noise_is_no_growth() {
    Slope slope = Slope.of(samples(1000, 1100, 1000, 1100, 1000, 1100), Sample::liveHeap);
    assertThat(slope.low()).isLessThan(0);
    assertThat(slope.high()).isGreaterThan(slope.perSwitch());
    assertThat(slope.isZeroWithin()).isTrue();
    assertThat(slope.exceeds(1)).isFalse();
  }

  /** By hand: slope 0.6, residuals -6, 8, 2, -4, squares around x 500; t of 2 degrees is 4.303. */
  @Test
  void the_interval_is_students() {
    Slope slope = Slope.of(samples(0, 20, 20, 20), Sample::liveHeap);
    assertThat(slope.perSwitch()).isCloseTo(0.6, within(1e-9));
    double error = Math.sqrt((36 + 64 + 4 + 16) / 2.0 / 500);
    assertThat(slope.error()).isCloseTo(error, within(1e-9));
    assertThat(slope.low()).isCloseTo(0.6 - 4.303 * error, within(1e-9));
    assertThat(slope.high()).isCloseTo(0.6 + 4.303 * error, within(1e-9));
  }

  /** A step in the middle is what compiling leaves; many samples of it are no more certain. */
  @Test
  void one_step_is_no_growth() {
    long[] heaps = new long[24];
    Arrays.fill(heaps, 12, 24, 5000);
    assertThat(Slope.of(samples(heaps), Sample::liveHeap).isZeroWithin()).isTrue();
  }

  @Test
  void two_samples_tell_nothing() {
    assertThat(Slope.of(samples(0, 1000), Sample::liveHeap).isZeroWithin()).isTrue();
  }

  private static List<Sample> samples(long... heaps) {
    return java.util.stream.IntStream.range(0, heaps.length)
        .mapToObj(i -> new Sample(i * 10L, heaps[i], 0))
        .toList();
  }
}
