package dev.jongleur.query;

import static dev.jongleur.definition.ScalarType.ANY;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Binary;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** F-238, F-244. */
class SortingTest {
  private static final ModelDefinition THING =
      ModelDefinition.of("Thing", t -> t.property("a", ANY).property("place", GEOPOINT));

  @Property(tries = 5_000)
  void values_of_all_kinds_have_one_order(
      @ForAll("values") Object a, @ForAll("values") Object b, @ForAll("values") Object c) {
    int ab = Integer.signum(Sorting.values(a, b));
    assertThat(Integer.signum(Sorting.values(b, a))).isEqualTo(-ab);
    assertThat(Sorting.values(a, a)).isZero();
    if (ab <= 0 && Sorting.values(b, c) <= 0) {
      assertThat(Sorting.values(a, c)).isLessThanOrEqualTo(0);
    }
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.of(
        Nothing.NULL,
        true,
        false,
        0L,
        1L,
        -1L,
        1.5,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        "",
        "a",
        "A",
        "10",
        "9",
        Instant.EPOCH,
        Instant.EPOCH.plusMillis(1),
        new GeoPoint(1, 2),
        List.of(),
        List.of(1L),
        Map.of(),
        Binary.of(new byte[] {1}),
        Binary.of(new byte[] {2}));
  }

  @Test
  void bytes_and_places_that_differ_are_told_apart() {
    assertThat(Sorting.values(Binary.of(new byte[] {1}), Binary.of(new byte[] {2}))).isNotZero();
    assertThat(Sorting.values(new GeoPoint(1, 2), new GeoPoint(1, 3))).isNotZero();
  }

  @Test
  void null_comes_first_then_by_kind_then_by_value() {
    List<@Nullable Object> sorted =
        Arrays.asList(null, false, true, -1L, 2L, Instant.EPOCH, "A", "a", List.of());
    var shuffled = new ArrayList<@Nullable Object>(sorted);
    Collections.reverse(shuffled);
    shuffled.sort(Sorting::values);
    assertThat(shuffled).isEqualTo(sorted);
  }

  @Test
  void rows_go_by_keys_and_then_by_id() {
    List<Entity> rows = List.of(row(3, "x"), row(2, "y"), row(1, "x"), row(4, null));
    assertThat(sorted(rows, Filter.all().order("a"))).containsExactly(4L, 1L, 3L, 2L);
    assertThat(sorted(rows, Filter.all().order("a DESC"))).containsExactly(2L, 1L, 3L, 4L);
    assertThat(sorted(rows, Filter.all().order("a", "id DESC"))).containsExactly(4L, 3L, 1L, 2L);
    assertThat(sorted(rows, Filter.all())).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void rows_go_by_what_lies_under_a_path() {
    List<Entity> rows = List.of(row(1, Map.of("b", 2)), row(2, Map.of("b", 1)), row(3, "none"));
    assertThat(sorted(rows, Filter.all().order("a.b"))).containsExactly(3L, 2L, 1L);
  }

  @Test
  void rows_that_must_be_near_go_by_distance_whatever_else_is_asked() {
    Entity far = row(1, "a").with("place", "10,10");
    Entity close = row(2, "b").with("place", "1,1");
    Filter near =
        Filter.where("place").near(new GeoPoint(0, 0), 1e6, GeoPoint.Unit.MILES).order("a");
    assertThat(sorted(List.of(far, close), near)).containsExactly(2L, 1L);
  }

  @Test
  void a_near_that_need_not_hold_does_not_sort() {
    Where near = Filter.where("place").near(new GeoPoint(0, 0), 1, GeoPoint.Unit.MILES).where();
    assertThat(Sorting.nearest(Where.or(near, Where.eq("a", 1)))).isEmpty();
    assertThat(Sorting.nearest(Where.nor(near))).isEmpty();
    assertThat(Sorting.nearest(Where.and(Where.eq("a", 1), near))).isPresent();
  }

  private static List<Object> sorted(List<Entity> rows, Filter filter) {
    return rows.stream().sorted(Sorting.of(THING, filter)).map(SortingTest::id).toList();
  }

  private static Object id(Entity row) {
    return Objects.requireNonNull(row.id());
  }

  private static Entity row(int id, @Nullable Object a) {
    return EntityReader.of(THING, ModelLookup.NONE).read(Map.of("id", id)).with("a", a);
  }
}
