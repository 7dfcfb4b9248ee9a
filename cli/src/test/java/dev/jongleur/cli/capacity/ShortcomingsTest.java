package dev.jongleur.cli.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShortcomingsTest {
  private static final Map<String, Long> WITHIN =
      Map.of(
          "databasesPeak", 32L, "databasesMost", 32L, "connectionsPeak", 1L, "connectionsMost", 2L);

  @Test
  void a_run_at_one_pace_within_its_budget_has_none() {
    assertThat(Shortcomings.of(report(tenths(100, 1.0), WITHIN, Map.of(), false))).isEmpty();
  }

  @Test
  void a_last_tenth_that_is_slower_than_nine_tenths_of_the_first_is_one() {
    assertThat(Shortcomings.of(report(tenths(100, 1.1), WITHIN, Map.of(), false))).isEmpty();
    assertThat(Shortcomings.of(report(tenths(100, 1.25), WITHIN, Map.of(), false)))
        .containsExactly("the last tenth has 80 % of the first one's throughput");
  }

  @Test
  void tenths_of_few_visits_are_not_compared() {
    assertThat(Shortcomings.of(report(tenths(99, 9.0), WITHIN, Map.of(), false))).isEmpty();
  }

  @Test
  void more_open_than_may_be_is_one() {
    Map<String, Long> beyond =
        Map.of(
            "databasesPeak",
            33L,
            "databasesMost",
            32L,
            "connectionsPeak",
            3L,
            "connectionsMost",
            2L);
    assertThat(Shortcomings.of(report(tenths(1, 1.0), beyond, Map.of(), false)))
        .containsExactly("33 open databases where 32 may be", "3 open connections where 2 may be");
  }

  @Test
  void errors_and_the_end_of_memory_are_told() {
    assertThat(Shortcomings.of(report(List.of(), Map.of(), Map.of("StoreException: x", 3L), true)))
        .containsExactly("memory ran out", "3 x StoreException: x");
  }

  /** Ten tenths of a second, of which the last takes longer. */
  private static List<Tenth> tenths(long visits, double last) {
    return IntStream.range(0, 10)
        .mapToObj(i -> new Tenth(visits, i == 9 ? last : 1, 1, 1000))
        .toList();
  }

  private static CapacityReport report(
      List<Tenth> tenths,
      Map<String, Long> figures,
      Map<String, Long> failures,
      boolean outOfMemory) {
    return new CapacityReport("calls", 0, tenths, 10, 1000, figures, failures, outOfMemory);
  }
}
