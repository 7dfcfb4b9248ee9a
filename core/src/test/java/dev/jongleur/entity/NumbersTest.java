package dev.jongleur.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.DataException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static final List<Number> SOME =
      List.of(
          0L,
          -0.0,
          5,
          0.1,
          new BigDecimal("0.10"),
          new BigDecimal("0.1000000000000000000001"),
          9007199254740992L,
          9007199254740993L,
          9007199254740992.0,
          new BigDecimal("9007199254740992.5"),
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          -0x1p63,
          0x1p63,
          1e300,
          new BigDecimal("1e300"),
          Double.MIN_VALUE,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.NaN);

  @Test
  void the_order_is_total_over_all_kinds() {
    for (Number a : SOME) {
      for (Number b : SOME) {
        assertThat(Numbers.compare(a, b)).as("%s %s", a, b).isEqualTo(-Numbers.compare(b, a));
        for (Number c : SOME) {
          if (Numbers.compare(a, b) <= 0 && Numbers.compare(b, c) <= 0) {
            assertThat(Numbers.compare(a, c)).as("%s %s %s", a, b, c).isLessThanOrEqualTo(0);
          }
        }
      }
    }
  }

  @Test
  void numbers_compare_by_value_whatever_their_kind() {
    assertThat(Numbers.same(0.1, new BigDecimal("0.10"))).isTrue();
    assertThat(Numbers.same(0.1, new BigDecimal("0.1000000000000000000001"))).isFalse();
    assertThat(Numbers.same(9007199254740993L, 9007199254740992.0)).isFalse();
    assertThat(Numbers.same(9007199254740992L, 9007199254740992.0)).isTrue();
    assertThat(Numbers.same(0L, -0.0)).isTrue();
    assertThat(Numbers.same(Double.NaN, Double.NaN)).isFalse();
    assertThat(Numbers.compare(Double.NaN, Double.POSITIVE_INFINITY)).isPositive();
  }

  @Test
  void a_number_in_json_keeps_its_digits() {
    assertThat(Numbers.json("1.50")).isEqualTo(1.5);
    assertThat(Numbers.json("5.0")).isEqualTo(5L);
    assertThat(Numbers.json("9007199254740993")).isEqualTo(9007199254740993L);
    assertThat(Numbers.json("9223372036854775808"))
        .isEqualTo(new BigDecimal("9223372036854775808"));
    assertThat(Numbers.json("0.12345678901234567890"))
        .isEqualTo(new BigDecimal("0.1234567890123456789"));
    assertThat(Numbers.json("1e400")).isEqualTo(Double.POSITIVE_INFINITY);
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> Numbers.json("0.00000000000000001e-2000"));
  }

  @Test
  void what_prints_reads_as_the_same_number() {
    var random = new Random(7);
    var numbers = new ArrayList<Number>();
    for (int i = 0; i < 1000; i++) {
      numbers.add(random.nextLong());
      numbers.add(new BigDecimal(random.nextLong()).movePointLeft(random.nextInt(30)));
      numbers.add(random.nextGaussian());
    }
    assertThat(numbers)
        .allMatch(number -> Numbers.same(number, Numbers.read(Numbers.text(number)).orElseThrow()))
        .allMatch(number -> Numbers.same(number, Numbers.json(Numbers.text(number))));
  }
}
