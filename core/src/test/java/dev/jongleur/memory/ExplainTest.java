package dev.jongleur.memory;

import static dev.jongleur.definition.PropertyOption.hashIndex;
import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.definition.Index;
import dev.jongleur.query.Explanation;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which way the planner takes: an index where one answers, and never more rows than need be. */
class ExplainTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model orders;

  @BeforeEach
  void fill() {
    orders =
        nothing.acme(
            "Order",
            o ->
                o.property("status", STRING, index())
                    .property("customer", NUMBER)
                    .property("total", NUMBER)
                    .property("note", STRING)
                    .property("code", NUMBER, hashIndex())
                    .index(Index.of("byCustomer", "customer", "total"))
                    .index(Index.hash("byNote", "note", "customer")));
    var _ = orders.createAll(IntStream.range(0, 1_000).mapToObj(ExplainTest::order).toList());
  }

  private static Map<String, Object> order(int i) {
    return Map.of(
        "status",
        i % 100 == 0 ? "open" : "closed",
        "customer",
        i % 50,
        "total",
        i,
        "note",
        "n",
        "code",
        i % 200 + 0.5);
  }

  record Asked(Filter filter, List<String> indexes, long examined, long returned) {
    static Asked of(Filter filter, String index, long examined, long returned) {
      return new Asked(
          filter, index.isEmpty() ? List.of() : List.of(index.split(",")), examined, returned);
    }
  }

  static List<Asked> questions() {
    return List.of(
        Asked.of(where("id", 7), "id", 1, 1),
        Asked.of(where("id").inq(List.of(3, 5, 5_000)), "id", 2, 2),
        Asked.of(where("id").gt(990), "id", 10, 10),
        Asked.of(where("status", "open"), "status_index", 10, 10),
        Asked.of(where("status", "open").and("note", "x"), "status_index", 10, 0),
        Asked.of(where("status").like("op%"), "status_index", 10, 10),
        Asked.of(where("customer", 3), "byCustomer", 20, 20),
        Asked.of(where("customer", 3).and("total").between(100, 299), "byCustomer", 4, 4),
        Asked.of(where("customer", 3).order("total DESC").limit(2), "byCustomer", 2, 2),
        Asked.of(Filter.all().order("customer", "total").limit(5), "byCustomer", 5, 5),
        Asked.of(Filter.all().order("id DESC").limit(5), "", 5, 5),
        Asked.of(where("note", "n").order("status DESC").limit(5), "status_index", 5, 5),
        Asked.of(
            Filter.of(Where.or(Where.eq("status", "open"), Where.eq("customer", 3))),
            "status_index,byCustomer",
            30,
            30),
        Asked.of(where("code", 3.5), "code_index", 5, 5),
        Asked.of(where("code", 3.5).order("id").limit(2), "code_index", 2, 2),
        Asked.of(where("code", 3.5).and("total", 3), "code_index", 5, 1),
        Asked.of(where("code").inq(List.of(3.5, 4.5, 3.5)), "code_index", 10, 10),
        Asked.of(where("code").gt(198), "", 1_000, 10),
        Asked.of(where("customer", 3).and("note", "n"), "byNote", 20, 20),
        Asked.of(where("note", "n").and("customer", 3).order("total").limit(1), "byCustomer", 1, 1),
        Asked.of(where("note", "x").and("customer", 3), "byNote", 0, 0),
        Asked.of(
            Filter.of(Where.or(Where.eq("id", 1), Where.eq("code", 3.5))), "id,code_index", 6, 6),
        Asked.of(where("note", "x"), "", 1_000, 0),
        Asked.of(where("status").neq("closed"), "", 1_000, 10),
        Asked.of(Filter.all().order("note").limit(5), "", 1_000, 5));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void a_question_goes_the_shortest_way(Asked asked) {
    Explanation told = orders.explain(asked.filter());
    assertThat(told.indexes()).as(told.text()).isEqualTo(asked.indexes());
    assertThat(told.examined()).as(told.text()).isEqualTo(asked.examined());
    assertThat(told.returned()).isEqualTo(asked.returned());
  }

  @Test
  void it_is_told_in_words() {
    Explanation told = orders.explain(where("status", "open").and("note", "n").order("total"));
    assertThat(told.text())
        .isEqualTo(
            """
            10 rows in 1 spans of status_index
            keep those that match
            sort by total ASC
            10 examined, 10 returned\
            """);
    assertThat(nothing.acme("Empty", _ -> {}).explain(Filter.all()).steps())
        .containsExactly("nothing was ever stored");
  }
}
