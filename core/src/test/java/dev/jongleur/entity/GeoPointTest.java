package dev.jongleur.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.jongleur.entity.GeoPoint.Unit;
import dev.jongleur.error.DataException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class GeoPointTest {
  private static final GeoPoint PARIS = new GeoPoint(48.8566, 2.3522);
  private static final GeoPoint LONDON = new GeoPoint(51.5074, -0.1278);

  @ParameterizedTest
  @MethodSource
  void a_point_is_read_from(Object raw) {
    assertThat(GeoPoint.read(raw)).isEqualTo(new GeoPoint(1.5, -2));
  }

  static Stream<Object> a_point_is_read_from() {
    return Stream.of(
        new GeoPoint(1.5, -2),
        Map.of("lat", 1.5, "lng", -2),
        Map.of("lat", "1.5", "lng", "-2"),
        List.of(1.5, -2),
        "1.5,-2",
        " 1.5 , -2 ",
        "[1.5,-2]",
        "{\"lat\":1.5,\"lng\":-2}");
  }

  @ParameterizedTest
  @MethodSource
  void no_point_is_read_from(Object raw) {
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> GeoPoint.read(raw));
  }

  static Stream<Object> no_point_is_read_from() {
    return Stream.of(
        "",
        "1",
        "1,2,3",
        "a,b",
        "1,",
        "[1]",
        "{",
        5,
        Map.of("lat", 1),
        Map.of(),
        List.of(1, true),
        Map.of("lat", 90.1, "lng", 0),
        Map.of("lat", 0, "lng", -180.1),
        "NaN,0");
  }

  @ParameterizedTest
  @CsvSource({
    "KILOMETERS, 343.55",
    "METERS, 343547",
    "MILES, 213.47",
    "FEET, 1127130",
    "RADIANS, 0.053924",
    "DEGREES, 3.08961"
  })
  void a_distance_is_given_in(Unit unit, double expected) {
    assertThat(PARIS.distanceTo(LONDON, unit)).isCloseTo(expected, within(expected / 1000));
  }

  @Test
  void units_are_named_in_any_case() {
    assertThat(Unit.named("kilometers")).isEqualTo(Unit.KILOMETERS);
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> Unit.named("parsec"));
  }

  @Test
  void text_is_lat_and_lng() {
    assertThat(new GeoPoint(1.5, -2)).hasToString("1.5,-2");
  }

  @Property
  void a_distance_is_a_number_and_the_same_both_ways(
      @ForAll @DoubleRange(min = -90, max = 90) double lat,
      @ForAll @DoubleRange(min = -180, max = 180) double lng) {
    GeoPoint here = new GeoPoint(lat, lng);
    GeoPoint antipode = new GeoPoint(-lat, lng > 0 ? lng - 180 : lng + 180);
    for (GeoPoint there : List.of(PARIS, antipode, here)) {
      double distance = here.distanceTo(there, Unit.RADIANS);
      assertThat(distance).isBetween(0.0, Math.PI + 1e-9);
      assertThat(there.distanceTo(here, Unit.RADIANS)).isCloseTo(distance, within(1e-9));
    }
  }
}
