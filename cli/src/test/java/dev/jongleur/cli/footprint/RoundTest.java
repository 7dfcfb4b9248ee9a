package dev.jongleur.cli.footprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.jongleur.cli.frame.CommandFailure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoundTest {
  private static final int[] ORDER = IntStream.range(0, 5000).toArray();

  private final Map<String, Object> map = new ConcurrentHashMap<>();

  @Test
  void a_look_up_in_a_map_takes_time_and_not_a_byte_each() {
    fill();
    Round round = settled(new Lookup.Getting(map));
    assertThat(round.nanos()).isPositive();
    assertThat(round.bytes()).isLessThan(1);
  }

  @Test
  void bytes_that_a_look_up_allocates_are_found() {
    Lookup allocating =
        (names, sink) -> {
          for (String _ : names) {
            sink.take(new byte[1000]);
          }
        };
    assertThat(settled(allocating).bytes()).isCloseTo(1016, within(16.0));
  }

  @Test
  void every_name_is_a_text_of_its_own() {
    fill();
    Lookup comparing =
        (names, sink) -> {
          for (String name : names) {
            assertThat(map.keySet()).noneMatch(key -> key == name);
            sink.take(map.get(name));
          }
        };
    assertThat(Round.of(comparing, new int[] {3, 4, 3}).nanos()).isPositive();
  }

  @Test
  void a_look_up_that_finds_nothing_is_no_measurement() {
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> Round.of(new Lookup.Getting(map), ORDER))
        .withMessage("Only 0 of 5000 were found.");
  }

  /** The first calls load classes. */
  private static Round settled(Lookup lookup) {
    var _ = Round.of(lookup, ORDER);
    return Round.of(lookup, ORDER);
  }

  private void fill() {
    for (int number : ORDER) {
      map.put(Population.name(number), number);
    }
  }
}
