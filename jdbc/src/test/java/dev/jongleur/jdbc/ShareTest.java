package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  private static final long MEBI = 1 << 20;

  @ParameterizedTest
  @CsvSource({"32, 8", "256, 21", "512, 42", "1200, 100", "8192, 100"})
  void a_larger_heap_has_more_databases_open_up_to_a_hundred(long heap, int databases) {
    assertThat(new Share(heap * MEBI).databases()).isEqualTo(databases);
  }

  @Test
  void the_pages_of_all_together_are_an_eighth_of_the_heap() {
    assertThat(new Share(800 * MEBI).pages(50)).isEqualTo(2 * MEBI);
  }

  @Test
  void each_has_some_pages_and_none_has_very_many() {
    assertThat(new Share(256 * MEBI).pages(100)).isEqualTo(MEBI);
    assertThat(new Share(64_000 * MEBI).pages(100)).isEqualTo(16 * MEBI);
  }
}
