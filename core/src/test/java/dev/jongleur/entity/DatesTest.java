package dev.jongleur.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** F-017, with what JavaScript reads as the measure. */
class DatesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026 | 2026-01-01T00:00:00Z",
        "2026-03 | 2026-03-01T00:00:00Z",
        "2026-03-04 | 2026-03-04T00:00:00Z",
        "2026-03-04T05:06 | 2026-03-04T05:06:00Z",
        "2026-03-04T05:06:07 | 2026-03-04T05:06:07Z",
        "2026-03-04 05:06:07 | 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07.8Z | 2026-03-04T05:06:07.8Z",
        "2026-03-04T05:06:07.123456Z | 2026-03-04T05:06:07.123Z",
        "2026-03-04t05:06:07z | 2026-03-04T05:06:07Z",
        "2026-03-04T05:06:07+02:00 | 2026-03-04T03:06:07Z",
        "2026-03-04T05:06:07-0330 | 2026-03-04T08:36:07Z",
        "' 2026-03-04 ' | 2026-03-04T00:00:00Z",
        "'Wed, 4 Mar 2026 05:06:07 GMT' | 2026-03-04T05:06:07Z",
      })
  void text_stands_for_an_instant(String text, Instant expected) {
    assertThat(Dates.read(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2026-13-01",
        "2026-00-10",
        "2026-01-32",
        "2026-02-30",
        "2026-01-01T25:00",
        "26",
        "20260101",
        "2026-03-04T05:06:07+2",
        "2026-03-04T05:06:07Zx",
        "Wed, 4 Foo 2026 05:06:07 GMT"
      })
  void other_text_is_no_date(String text) {
    assertThat(Dates.read(text)).isEmpty();
  }

  @Property
  void printed_instants_are_read_again(
      @ForAll @LongRange(min = -62_135_596_800_000L, max = 253_402_300_799_999L) long millis) {
    Instant instant = Instant.ofEpochMilli(millis);
    assertThat(Dates.read(Values.iso(instant))).contains(instant);
  }
}
