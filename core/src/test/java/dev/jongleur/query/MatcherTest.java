package dev.jongleur.query;

import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.GEOPOINT;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelLookup;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.EntityReader;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** F-232 to F-237 with DEVIATIONS: what each operator means. */
class MatcherTest {
  private static final Entity ROW = row();

  @ParameterizedTest
  @MethodSource
  void a_condition_holds(String property, Object condition) {
    Map<String, Object> where = Map.of(property, condition);
    assertThat(matches(where)).isTrue();
    assertThat(matches(Map.of("nor", List.of(where)))).isFalse();
  }

  static Stream<Arguments> a_condition_holds() {
    return Stream.of(
        arguments("text", "Ada"),
        arguments("number", 36),
        arguments("number", "36"),
        arguments("number", 36.0),
        arguments("flag", true),
        arguments("text", Map.of("neq", "Bob")),
        arguments("nothing", Map.of("neq", "x")),
        arguments("number", Map.of("gt", 35, "lt", 37)),
        arguments("number", Map.of("gte", 36)),
        arguments("number", Map.of("between", List.of(36, 40))),
        arguments("text", Map.of("gt", "A", "lt", "a")),
        arguments("flag", Map.of("gt", false)),
        arguments("number", Map.of("inq", List.of(1, 36))),
        arguments("number", Map.of("nin", List.of())),
        arguments("nothing", Map.of("nin", List.of("x"))),
        arguments("nothing", Map.of("inq", Arrays.asList("x", null))),
        arguments("text", Map.of("like", "A%")),
        arguments("text", Map.of("ilike", "aDA")),
        arguments("text", Map.of("nlike", "da")),
        arguments("nothing", Map.of("nlike", "%")),
        arguments("nothing", Map.of("nilike", "%")),
        arguments("number", Map.of("nlike", "36")),
        arguments("text", Map.of("regexp", "^A")),
        arguments("empty", Map.of("regexp", "^$")),
        arguments("at", "2026-01-02T00:00:00Z"),
        arguments("at", Map.of("gt", "2026-01-01")),
        arguments("at", Map.of("inq", List.of(Instant.parse("2026-01-02T00:00:00Z")))),
        arguments("place", Map.of("near", "1,2", "maxDistance", 1)),
        arguments("place.lat", 1),
        arguments("tags", "b"),
        arguments("tags", Map.of("like", "a")),
        arguments("tags", Map.of("neq", "a")),
        arguments("none", Map.of("neq", "a")),
        arguments("text", Map.of("exists", true)),
        arguments("none", Map.of("exists", true)),
        arguments("nothing", Map.of("exists", false)),
        arguments("missing", Map.of("exists", false)),
        arguments("open.street", Map.of("exists", false)),
        arguments("open.list.n", Map.of("exists", true)),
        arguments("open.list.m", Map.of("exists", false)),
        arguments("tags", Map.of("contains", "a")),
        arguments("tags", Map.of("contains", List.of("b", "a"))),
        arguments("tags", Map.of("containsAll", List.of("b", "a"))),
        arguments("tags", Map.of("containsAll", List.of())),
        arguments("none", Map.of("containsAll", List.of())),
        arguments("tags", Map.of("containsAny", List.of("x", "a"))),
        arguments("tags", Map.of("elemMatch", Map.of("gt", "a", "lt", "c"))),
        arguments("tags", Map.of("elemMatch", Map.of("not", "a"))),
        arguments("open.numbers", Map.of("contains", "1")),
        arguments("open.numbers", Map.of("elemMatch", Map.of("gt", 1, "lt", 3))),
        arguments("open.numbers", Map.of("elemMatch", Map.of("exists", false))),
        arguments("open.lists", Map.of("containsAll", List.of(List.of(1L, 2L)))),
        arguments("open.lists", Map.of("elemMatch", Map.of("contains", 2))),
        arguments("open.lists", Map.of("elemMatch", Map.of("elemMatch", Map.of("gt", 2)))),
        arguments("open.list", Map.of("elemMatch", Map.of("n", 2))),
        arguments("open.list", Map.of("elemMatch", Map.of("n", Map.of("gt", 0), "x", "one"))),
        arguments("open.list", Map.of("elemMatch", Map.of("or", List.of(Map.of("n", 2))))),
        arguments("open.list", Map.of("contains", Map.of("n", 1L, "x", "one"))),
        arguments("text", Map.of("not", "Bob")),
        arguments("text", Map.of("not", Map.of("gt", "B"))),
        arguments("nothing", Map.of("not", Map.of("gt", "B"))),
        arguments("missing", Map.of("not", Map.of("like", "%"))),
        arguments("tags", Map.of("not", "c")),
        arguments("none", Map.of("not", Map.of("contains", "c"))),
        arguments("number", Map.of("not", Map.of("gt", 36, "exists", true))),
        arguments("number", Map.of("not", Map.of("not", 36))),
        arguments("open.city", "Rome"),
        arguments("open.list.n", 2),
        arguments("open.list.0.n", 1),
        arguments("open.list.n", Map.of("gt", 1)),
        arguments("open.deep.list.n", 7),
        arguments("or", List.of(Map.of("text", "x"), Map.of("number", 36))),
        arguments("and", List.of(Map.of("text", "Ada"), Map.of("number", 36))));
  }

  @ParameterizedTest
  @MethodSource
  void a_condition_does_not_hold(String property, Object condition) {
    Map<String, Object> where = Map.of(property, condition);
    assertThat(matches(where)).isFalse();
    assertThat(matches(Map.of("nor", List.of(where)))).isTrue();
  }

  static Stream<Arguments> a_condition_does_not_hold() {
    return Stream.of(
        arguments("text", "ada"),
        arguments("number", "thirty"),
        arguments("missing", ""),
        arguments("missing", false),
        arguments("missing", 0),
        arguments("text", Map.of("gt", 5)),
        arguments("number", Map.of("gt", "5")),
        arguments("nothing", Map.of("lt", 5)),
        arguments("nothing", Map.of("gte", "")),
        arguments("number", Map.of("between", List.of(40, 30))),
        arguments("number", Map.of("inq", List.of())),
        arguments("text", Map.of("nin", List.of("Ada"))),
        arguments("nothing", Map.of("nin", Arrays.asList("x", null))),
        arguments("nothing", Map.of("like", "%")),
        arguments("number", Map.of("like", "36")),
        arguments("text", Map.of("like", "da")),
        arguments("number", Map.of("regexp", "3")),
        arguments("nothing", Map.of("regexp", "")),
        arguments("at", "soon"),
        arguments("at", Map.of("gt", "soon")),
        arguments("at", Map.of("gt", 5)),
        arguments("text", Map.of("near", "1,2")),
        arguments("place", Map.of("near", "50,50", "maxDistance", 1)),
        arguments("place", Map.of("near", "1,2", "minDistance", 1)),
        arguments("tags", "c"),
        arguments("none", "a"),
        arguments("none", Map.of("nin", List.of("a"))),
        arguments("none", Map.of("nlike", "a")),
        arguments("text", Map.of("exists", false)),
        arguments("none", Map.of("exists", false)),
        arguments("nothing", Map.of("exists", true)),
        arguments("missing", Map.of("exists", true)),
        arguments("open.list.n", Map.of("exists", false)),
        arguments("text", Map.of("contains", "A")),
        arguments("text", Map.of("contains", "Ada")),
        arguments("nothing", Map.of("contains", Arrays.asList((Object) null))),
        arguments("missing", Map.of("containsAll", List.of())),
        arguments("tags", Map.of("contains", "c")),
        arguments("tags", Map.of("containsAll", List.of("a", "c"))),
        arguments("tags", Map.of("containsAny", List.of())),
        arguments("none", Map.of("containsAny", List.of("a"))),
        arguments("none", Map.of("elemMatch", Map.of("exists", false))),
        arguments("tags", Map.of("elemMatch", Map.of("gt", "a", "lt", "b"))),
        arguments("open.lists", Map.of("contains", 1)),
        arguments("open.list", Map.of("elemMatch", Map.of("n", 2, "x", "one"))),
        arguments("open", Map.of("elemMatch", Map.of("city", "Rome"))),
        arguments("text", Map.of("not", "Ada")),
        arguments("tags", Map.of("not", "a")),
        arguments("nothing", Map.of("not", Map.of("exists", false))),
        arguments("open.city", "Oslo"),
        arguments("open.list.n", 3),
        arguments("open.list.9.n", 1),
        arguments("text.length", 3),
        arguments("open.city.x", "Rome"),
        arguments(".", "x"),
        arguments("or", List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void null_is_the_same_as_missing(String property, boolean isNull) {
    assertThat(test(Where.eq(property, null))).isEqualTo(isNull);
    assertThat(test(new Where.Comparison(property, Operator.NEQ, null))).isEqualTo(!isNull);
  }

  static Stream<Arguments> null_is_the_same_as_missing() {
    return Stream.of(
        arguments("text", false),
        arguments("nothing", true),
        arguments("missing", true),
        arguments("open.city", false),
        arguments("open.street", true));
  }

  @Test
  void an_operator_of_another_backend_matches_nothing() {
    assertThat(matches(Map.of("text", Map.of("$eq", "Ada")))).isFalse();
  }

  private static boolean matches(Map<String, Object> where) {
    return test(Filter.readWhere(where).where());
  }

  private static boolean test(Where where) {
    return Matcher.of(where).test(ROW);
  }

  private static Entity row() {
    ModelDefinition thing =
        ModelDefinition.of(
            "Thing",
            t ->
                t.property("text", STRING)
                    .property("number", NUMBER)
                    .property("nothing", STRING)
                    .property("at", DATE)
                    .property("place", GEOPOINT)
                    .property("tags", STRING.list())
                    .property("none", STRING.list()));
    var data = new HashMap<String, @Nullable Object>();
    data.put("nothing", null);
    data.put("none", List.of());
    data.put("tags", List.of("a", "b"));
    data.put("text", "Ada");
    data.put("number", 36);
    data.put("flag", true);
    data.put("empty", "");
    data.put("at", "2026-01-02");
    data.put("place", "1,2");
    var deep = Map.of("list", List.of(Map.of("n", 7)));
    var list = List.of(Map.of("n", 1, "x", "one"), Map.of("n", 2));
    var open = new HashMap<String, @Nullable Object>();
    open.put("city", "Rome");
    open.put("list", list);
    open.put("deep", deep);
    open.put("numbers", Arrays.asList(1, 2, null));
    open.put("lists", List.of(List.of(1, 2), List.of(3)));
    data.put("open", open);
    return EntityReader.of(thing, ModelLookup.NONE).read(data);
  }
}
