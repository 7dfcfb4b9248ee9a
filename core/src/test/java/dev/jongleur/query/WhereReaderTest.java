package dev.jongleur.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jongleur.entity.GeoPoint;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Where.Comparison;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F-211 to F-224. */
class WhereReaderTest {
  private static final GeoPoint HERE = new GeoPoint(1, 2);

  @ParameterizedTest
  @MethodSource
  void a_condition_is_read(Object raw, Operator operator, Object operand) {
    assertThat(read(Map.of("a", raw))).isEqualTo(new Comparison("a", operator, operand));
  }

  static Stream<Arguments> a_condition_is_read() {
    return Stream.of(
        arguments(5, Operator.EQ, 5),
        arguments(Map.of("eq", 5), Operator.EQ, 5),
        arguments(Map.of("neq", 5), Operator.NEQ, 5),
        arguments(Map.of("gt", 5), Operator.GT, 5),
        arguments(Map.of("gte", 5), Operator.GTE, 5),
        arguments(Map.of("lt", 5), Operator.LT, 5),
        arguments(Map.of("lte", 5), Operator.LTE, 5),
        arguments(Map.of("between", List.of(1, 2)), Operator.BETWEEN, List.of(1, 2)),
        arguments(Map.of("between", Map.of("0", 1, "1", 2)), Operator.BETWEEN, List.of(1, 2)),
        arguments(Map.of("inq", List.of()), Operator.INQ, List.of()),
        arguments(Map.of("nin", List.of(1)), Operator.NIN, List.of(1)),
        arguments(Map.of("like", "x%"), Operator.LIKE, "x%"),
        arguments(Map.of("nlike", "x"), Operator.NLIKE, "x"),
        arguments(Map.of("ilike", "x"), Operator.ILIKE, "x"),
        arguments(Map.of("nilike", "x"), Operator.NILIKE, "x"),
        arguments(Map.of("regexp", "^x"), Operator.REGEXP, new Regexp("^x", "")),
        arguments(Map.of("regexp", "/^x/i"), Operator.REGEXP, new Regexp("^x", "i")),
        arguments(Map.of("regexp", "x", "options", "i"), Operator.REGEXP, new Regexp("x", "i")),
        arguments(new Regexp("x", ""), Operator.REGEXP, new Regexp("x", "")),
        arguments(Map.of("lat", 1, "lng", 2), Operator.EQ, HERE),
        arguments(Map.of("exists", true), Operator.EXISTS, true),
        arguments(Map.of("exists", "false"), Operator.EXISTS, false),
        arguments(Map.of("contains", 1), Operator.CONTAINS, 1),
        arguments(Map.of("contains", List.of(1)), Operator.CONTAINS_ALL, List.of(1)),
        arguments(Map.of("containsAll", Map.of("0", 1)), Operator.CONTAINS_ALL, List.of(1)),
        arguments(Map.of("containsAny", List.of(1)), Operator.CONTAINS_ANY, List.of(1)),
        arguments(Map.of("elemMatch", Map.of("b", 1)), Operator.ELEM_MATCH, Where.eq("b", 1)),
        arguments(
            Map.of("elemMatch", Map.of("gt", 1)),
            Operator.ELEM_MATCH,
            new Comparison(Where.ELEMENT, Operator.GT, 1)),
        arguments(Map.of("gt", Nothing.UNDEFINED), Operator.GT, Nothing.UNDEFINED),
        arguments(Map.of("$inc", 1), Operator.EXTENDED, Map.of("$inc", 1)));
  }

  @Test
  void beside_other_properties_the_name_of_an_operator_is_a_property_of_the_element() {
    Where within =
        read(Map.of("a", Map.of("elemMatch", Map.of("like", "x", "b", 1))))
            .comparisons()
            .getFirst()
            .within()
            .orElseThrow();
    assertThat(within.comparisons())
        .containsExactlyInAnyOrder(
            new Comparison("like", Operator.EQ, "x"), new Comparison("b", Operator.EQ, 1));
  }

  @Test
  void not_is_the_opposite_of_all_it_has() {
    Where over = new Comparison("a", Operator.GT, 1);
    assertThat(read(Map.of("a", Map.of("not", Map.of("gt", 1))))).isEqualTo(Where.nor(over));
    assertThat(read(Map.of("a", Map.of("not", 5)))).isEqualTo(Where.nor(Where.eq("a", 5)));
    assertThat(Filter.where("a").not().gt(1).where()).isEqualTo(Where.nor(over));
    assertThat(Filter.where("a").not().not().gt(1).where()).isEqualTo(over);
  }

  @Test
  void null_is_a_condition() {
    assertThat(read(Collections.singletonMap("a", null))).isEqualTo(Where.eq("a", null));
  }

  @Test
  void near_has_bounds_and_a_unit() {
    var raw = Map.of("near", "1,2", "maxDistance", "5", "minDistance", 1, "unit", "kilometers");
    var near = new Near(HERE, OptionalDouble.of(1), OptionalDouble.of(5), GeoPoint.Unit.KILOMETERS);
    assertThat(read(Map.of("a", raw))).isEqualTo(new Comparison("a", Operator.NEAR, near));
    var free = new Near(HERE, OptionalDouble.empty(), OptionalDouble.empty(), GeoPoint.Unit.MILES);
    assertThat(read(Map.of("a", Map.of("near", List.of(1, 2), "maxDistance", -1))))
        .isEqualTo(new Comparison("a", Operator.NEAR, free));
  }

  @Test
  void all_operators_of_a_property_hold_together() {
    assertThat(read(Map.of("a", Map.of("gt", 1, "lt", 5))).comparisons())
        .containsExactlyInAnyOrder(
            new Comparison("a", Operator.GT, 1), new Comparison("a", Operator.LT, 5));
  }

  @Test
  void groups_nest() {
    Where or = new Where.Or(List.of(Where.eq("a", 1), new Where.Nor(List.of(Where.eq("b", 2)))));
    assertThat(read(Map.of("or", List.of(Map.of("a", 1), Map.of("nor", List.of(Map.of("b", 2)))))))
        .isEqualTo(or);
    assertThat(read(Map.of("and", Map.of("0", Map.of("a", 1))))).isEqualTo(Where.eq("a", 1));
  }

  @Test
  void a_group_of_none_holds_as_logic_says() {
    assertThat(read(Map.of()).isAll()).isTrue();
    for (Where empty :
        List.of(read(Map.of("and", List.of())), read(Map.of("and", List.of(Map.of()))))) {
      assertThat(empty.isAll()).as("said so").isFalse();
      assertThat(empty.comparisons()).isEmpty();
    }
    assertThat(read(Map.of("or", List.of()))).isEqualTo(Where.none());
  }

  @ParameterizedTest
  @MethodSource
  void what_cannot_be_read_is_refused(Map<String, Object> raw) {
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> read(raw))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
  }

  static Stream<Map<String, Object>> what_cannot_be_read_is_refused() {
    return Stream.concat(
        Stream.of(
            Map.of("and", "x"),
            Map.of("and", Map.of("a", 1)),
            Map.of("or", 1),
            Map.of("nor", List.of(1)),
            Map.of("and", List.of("x")),
            Map.of("or", List.of(List.of()))),
        conditions().map(condition -> Map.of("a", condition)));
  }

  private static Stream<Map<String, Object>> conditions() {
    return Stream.of(
        Map.of(),
        Map.of("gtt", 1),
        Map.of("city", "Rome"),
        Map.of("gt", 1, "$x", 1),
        Map.of("between", List.of(1)),
        Map.of("between", List.of(1, 2, 3)),
        Map.of("between", 1),
        Map.of("inq", "x"),
        Map.of("nin", Map.of("a", 1)),
        Map.of("like", 5),
        Map.of("nilike", new Regexp("x", "")),
        Map.of("regexp", 5),
        Map.of("regexp", "("),
        Map.of("regexp", "/x/y"),
        Map.of("regexp", "x", "options", "s"),
        Map.of("near", "x"),
        Map.of("near", "1,2", "unit", "parsec"),
        Map.of("near", "1,2", "maxDistance", "far"),
        Map.of("near", "1,2", "maxDistance", "NaN"),
        Map.of("near", "1,2", "minDistance", Double.NaN),
        Map.of("lat", 100, "lng", 0),
        Map.of("maxDistance", 5),
        Map.of("exists", "maybe"),
        Map.of("exists", 1),
        Map.of("containsAll", "x"),
        Map.of("containsAny", 1),
        Map.of("elemMatch", Map.of()),
        Map.of("elemMatch", "x"),
        Map.of("elemMatch", Map.of("", 1)),
        Map.of("not", Map.of()),
        Map.of("not", Map.of("gtt", 1)),
        Map.of("options", "i"));
  }

  @Test
  void names_that_mean_something_to_javascript_are_just_names() {
    for (String name : List.of("constructor", "prototype", "__proto__", "toString")) {
      assertThat(read(Map.of(name, "x"))).isEqualTo(Where.eq(name, "x"));
    }
  }

  private static Where read(Map<String, ?> raw) {
    return Filter.readWhere(raw).where();
  }
}
