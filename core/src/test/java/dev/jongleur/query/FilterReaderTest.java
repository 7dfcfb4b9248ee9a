package dev.jongleur.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F-205 to F-209, F-303: the envelope of a filter in LoopBack's form. */
class FilterReaderTest {
  @Test
  void nothing_is_a_filter_for_everything() {
    assertThat(Filter.read((Object) null)).isEqualTo(Filter.all());
    assertThat(Filter.read(Nothing.UNDEFINED)).isEqualTo(Filter.all());
    assertThat(Filter.read(Map.of()).where().isAll()).isTrue();
  }

  @ParameterizedTest
  @MethodSource
  void an_order_is_read(Object raw, List<Order> expected) {
    assertThat(Filter.read(Map.of("order", raw)).order()).isEqualTo(expected);
  }

  static Stream<Arguments> an_order_is_read() {
    Order up = new Order("a", false);
    Order down = new Order("b.c", true);
    return Stream.of(
        arguments("a", List.of(up)),
        arguments("a asc", List.of(up)),
        arguments(" a , b.c  dEsC ", List.of(up, down)),
        arguments("a ASC NULLS", List.of(up)),
        arguments("", List.of()),
        arguments(List.of("a", "b.c DESC"), List.of(up, down)),
        arguments(List.of("a,b.c DESC"), List.of(up, down)),
        arguments(Map.of("0", "a", "1", "b.c DESC"), List.of(up, down)));
  }

  @ParameterizedTest
  @MethodSource
  void fields_are_read(Object raw, Fields expected) {
    assertThat(Filter.read(Map.of("fields", raw)).fields()).isEqualTo(expected);
  }

  static Stream<Arguments> fields_are_read() {
    return Stream.of(
        arguments("a", Fields.only("a")),
        arguments(List.of("a", "b"), Fields.only("a", "b")),
        arguments(Map.of("0", "a", "1", "b"), Fields.only("a", "b")),
        arguments(Map.of("a", true, "b", false), Fields.only("a")),
        arguments(Map.of("a", 1, "b", "0"), Fields.only("a")),
        arguments(Map.of("a", false), new Fields(Set.of(), Set.of("a"))),
        arguments(List.of(), Fields.ALL),
        arguments(Map.of(), Fields.ALL));
  }

  @ParameterizedTest
  @MethodSource
  void an_include_is_read(Object raw, List<Include> expected) {
    assertThat(Filter.read(Map.of("include", raw)).include()).isEqualTo(expected);
  }

  static Stream<Arguments> an_include_is_read() {
    Include a = Include.of("a");
    Include b = Include.of("b");
    Include nested = new Include("a", Filter.all().include("b"));
    return Stream.of(
        arguments("a", List.of(a)),
        arguments(List.of("a", "b"), List.of(a, b)),
        arguments(List.of("a", List.of("b")), List.of(a, b)),
        arguments(Map.of("a", "b"), List.of(nested)),
        arguments(Map.of("a", true), List.of(a)),
        arguments(Map.of("relation", "a"), List.of(a)),
        arguments(Map.of("rel", "a"), List.of(a)),
        arguments(5, List.of()),
        arguments(true, List.of()));
  }

  @Test
  void every_key_of_an_include_counts() {
    assertThat(Filter.read(Map.of("include", Map.of("a", true, "b", true))).include())
        .containsExactlyInAnyOrder(Include.of("a"), Include.of("b"));
  }

  @Test
  void the_scope_of_an_include_is_a_filter() {
    Map<String, Object> scope =
        Map.of("where", Map.of("x", 1), "limit", 2, "include", "b", "order", "x");
    Include include =
        Filter.read(Map.of("include", Map.of("relation", "a", "scope", scope)))
            .include()
            .getFirst();
    assertThat(include.scope().where()).isEqualTo(Where.eq("x", 1));
    assertThat(include.scope().limit()).isEqualTo(2);
    assertThat(include.scope().include()).containsExactly(Include.of("b"));
  }

  @Test
  void a_limit_and_a_skip_may_be_text() {
    Filter filter = Filter.read(Map.of("limit", "10", "skip", " 5 "));
    assertThat(filter.limit()).isEqualTo(10);
    assertThat(filter.skip()).isEqualTo(5);
    assertThat(Filter.read(Map.of("offset", 7)).skip()).isEqualTo(7);
    assertThat(Filter.read(Map.of("offset", 7, "skip", 3)).skip()).isEqualTo(3);
    assertThat(Filter.read(Map.of("limit", 0)).limit()).isZero();
    assertThat(Filter.read(Map.of("fields", "")).fields().isAll()).isTrue();
    assertThat(Filter.read(Map.of("limit", 1e12)).limit()).isEqualTo(Integer.MAX_VALUE);
  }

  @ParameterizedTest
  @MethodSource
  void what_cannot_be_read_is_refused(Object raw) {
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> Filter.read(raw))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
  }

  static Stream<Object> what_cannot_be_read_is_refused() {
    return Stream.of(
        "text",
        5,
        true,
        List.of(),
        Map.of("wher", Map.of()),
        Map.of("order", 5),
        Map.of("order", "a SIDEWAYS"),
        Map.of("order", Map.of("a", "b")),
        Map.of("order", List.of("a", 5)),
        Map.of("limit", -1),
        Map.of("limit", 1.5),
        Map.of("limit", "ten"),
        Map.of("limit", "0"),
        Map.of("limit", true),
        Map.of("limit", Double.NaN),
        Map.of("limit", "1e3"),
        Map.of("limit", List.of(1)),
        Map.of("skip", -1),
        Map.of("offset", "x"),
        Map.of("fields", 5),
        Map.of("fields", true),
        Map.of("where", "x"),
        Map.of("where", List.of()),
        Map.of("where", 1),
        Map.of("include", Map.of("relation", "a", "scope", "b")));
  }

  @Test
  void a_filter_is_not_changed_by_what_is_made_of_it() {
    Filter filter = Filter.where("a", 1);
    Filter more = filter.limit(5).order("a").fields("a").include("b").and("c", 2);
    assertThat(more).isNotEqualTo(filter);
    assertThat(filter).isEqualTo(Filter.where("a", 1));
    assertThat(filter.order()).isUnmodifiable();
  }

  @Test
  void the_caller_keeps_his_map() {
    var where = new HashMap<String, Object>(Map.of("a", Map.of("gt", 1)));
    var raw = new HashMap<String, Object>(Map.of("where", where, "limit", "5"));
    Filter filter = Filter.read(raw);
    assertThat(raw).isEqualTo(Map.of("where", where, "limit", "5"));
    where.clear();
    assertThat(filter.where()).isEqualTo(new Where.Comparison("a", Operator.GT, 1));
  }

  @Test
  void the_depth_is_known() {
    assertThat(Filter.read(Map.of("where", Map.of("a", Map.of("gt", 1)))).depth()).isEqualTo(3);
    assertThat(Filter.readWhere(Map.of("a", Map.of("gt", 1))).depth()).isEqualTo(3);
  }

  @Test
  void a_filter_that_contains_itself_is_too_deep() {
    var loop = new HashMap<String, Object>();
    loop.put("and", new ArrayList<>(List.of(loop)));
    for (Runnable reading :
        List.<Runnable>of(() -> Filter.readWhere(loop), () -> Filter.read(Map.of("where", loop)))) {
      assertThatExceptionOfType(QueryException.class)
          .isThrownBy(reading::run)
          .satisfies(e -> assertThat(e.code()).isEqualTo("QUERY_OBJECT_TOO_DEEP"));
    }
  }

  @Test
  void an_order_may_ignore_case() {
    var folded = new Order("name", true, true);
    assertThat(Filter.all().order("name DESC ignoreCase").order()).containsExactly(folded);
    assertThat(Filter.all().order("name ignorecase, age").order())
        .containsExactly(new Order("name", false, true), new Order("age", false));
    assertThat(Order.parse(folded.toString())).containsExactly(folded);
    Map<String, Object> raw = Map.of("property", "name", "direction", "desc", "ignoreCase", "true");
    assertThat(Filter.read(Map.of("order", List.of(raw))).order()).containsExactly(folded);
    assertThat(Filter.read(Map.of("order", raw)).order()).containsExactly(folded);
    assertThat(Filter.read(Map.of("order", Map.of("property", "name"))).order())
        .containsExactly(new Order("name", false));
    for (Map<String, ?> bad :
        List.of(
            Map.of("property", ""),
            Map.of("property", 5),
            Map.of("property", "name", "direction", "up"),
            Map.of("property", "name", "case", "i"))) {
      assertThatExceptionOfType(QueryException.class)
          .isThrownBy(() -> Filter.read(Map.of("order", bad)));
    }
  }
}
