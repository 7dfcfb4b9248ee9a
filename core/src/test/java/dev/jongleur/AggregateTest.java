package dev.jongleur;

import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.DecimalType;
import dev.jongleur.definition.ModelBuilder;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Strict;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.QueryException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** figures about groups, and distinct values. */
class AggregateTest {
  private static final ModelDefinition SALE = ModelDefinition.of("Sale", AggregateTest::content);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static void content(ModelBuilder sale) {
    sale.property("city", STRING)
        .property("total", NUMBER)
        .property("price", DecimalType.decimal(12, 2))
        .property("units", LONG)
        .property("tags", STRING.list())
        .property("secret", STRING)
        .settings(ModelSettings.DEFAULT.withStrict(Strict.FILTER).withHidden(Set.of("secret")));
  }

  private Tenant acme() {
    Tenant acme = nothing.acme(SALE);
    Model sales = acme.model("Sale");
    var _ =
        sales.createEach(
            List.of(
                Map.of(
                    "city",
                    "Rome",
                    "total",
                    1.5,
                    "price",
                    "0.10",
                    "units",
                    Long.MAX_VALUE,
                    "tags",
                    List.of("a", "b")),
                Map.of(
                    "city",
                    "Rome",
                    "total",
                    2.5,
                    "price",
                    "0.20",
                    "units",
                    1,
                    "tags",
                    List.of("b")),
                Map.of("city", "Oslo", "total", 10, "price", "5.00", "units", 4),
                Map.of("city", "Oslo"),
                Map.of("total", 7)),
            dev.jongleur.query.Options.NONE);
    return acme;
  }

  @Test
  void groups_have_their_figures() {
    Model sales = acme().model("Sale");
    var groups =
        sales.aggregate(
            Aggregate.all()
                .groupBy("city")
                .count("rows")
                .count("total", "sold")
                .sum("total", "sum")
                .avg("total", "mean")
                .min("total", "least")
                .max("total", "most"));
    assertThat(groups).extracting(group -> group.get("city")).containsExactly(null, "Oslo", "Rome");
    assertThat(groups.get(2))
        .containsExactly(
            Map.entry("city", "Rome"),
            Map.entry("rows", 2L),
            Map.entry("sold", 2L),
            Map.entry("sum", 4L),
            Map.entry("mean", 2L),
            Map.entry("least", 1.5),
            Map.entry("most", 2.5));
    assertThat(groups.get(1))
        .containsEntry("rows", 2L)
        .containsEntry("sold", 1L)
        .containsEntry("mean", 10L);
  }

  @Test
  void whole_and_decimal_numbers_are_exact() {
    Model sales = acme().model("Sale");
    var all =
        sales
            .aggregate(
                Aggregate.all().sum("price", "price").avg("price", "mean").sum("units", "units"))
            .getFirst();
    assertThat(all)
        .containsEntry("units", new BigDecimal("9223372036854775812"))
        .satisfies(_ -> assertThat((BigDecimal) all.get("price")).isEqualByComparingTo("5.30"))
        .satisfies(
            _ -> assertThat((BigDecimal) all.get("mean")).isGreaterThan(new BigDecimal("1.76")));
    assertThat(
            sales.aggregate(Aggregate.of(where("city", "Oslo")).sum("units", "units")).getFirst())
        .containsEntry("units", 4L);
  }

  @Test
  void without_rows_there_is_one_group_of_all_and_none_by_anything() {
    Model sales = acme().model("Sale");
    Aggregate none = Aggregate.of(where("city", "Bonn")).count("rows").sum("total", "sum");
    assertThat(sales.aggregate(none)).hasSize(1);
    assertThat(sales.aggregate(none).getFirst())
        .containsEntry("rows", 0L)
        .containsEntry("sum", null);
    assertThat(sales.aggregate(none.groupBy("city"))).isEmpty();
  }

  @Test
  void having_order_and_limit_are_about_the_result() {
    Model sales = acme().model("Sale");
    Aggregate byCity = Aggregate.all().groupBy("city").sum("total", "sum");
    assertThat(cities(sales, byCity.having(where("sum").gt("5")))).containsExactly(null, "Oslo");
    assertThat(cities(sales, byCity.order("sum DESC"))).containsExactly("Oslo", null, "Rome");
    assertThat(cities(sales, byCity.order("sum DESC").skip(1).limit(1)))
        .containsExactly((Object) null);
    assertThat(cities(sales, byCity.having(where("city").exists(true)).limit(1)))
        .containsExactly("Oslo");
  }

  @Test
  void an_aggregate_comes_as_json() {
    Model sales = acme().model("Sale");
    var read =
        Aggregate.read(
            Map.of(
                "where",
                Map.of("city", Map.of("exists", true)),
                "groupBy",
                "city",
                "count",
                true,
                "sum",
                Map.of("revenue", "total"),
                "avg",
                List.of("total"),
                "having",
                Map.of("revenue", Map.of("gt", "4")),
                "order",
                "revenue DESC",
                "limit",
                "5"));
    assertThat(read.names()).containsExactly("city", "count", "revenue", "avg_total");
    assertThat(sales.aggregate(read)).hasSize(1);
    assertThat(sales.aggregate(read).getFirst())
        .containsEntry("count", 2L)
        .containsEntry("revenue", 10L);
    assertThat(Aggregate.read(Map.of("count", Map.of("n", "*", "m", "city"))).names())
        .containsExactlyInAnyOrder("n", "m");
  }

  @ParameterizedTest
  @MethodSource
  void what_cannot_be_read_is_refused(Map<String, Object> raw) {
    assertThatExceptionOfType(QueryException.class).isThrownBy(() -> Aggregate.read(raw));
  }

  static List<Map<String, Object>> what_cannot_be_read_is_refused() {
    return List.of(
        Map.of("group", "city"),
        Map.of("sum", true),
        Map.of("sum", 5),
        Map.of("sum", Map.of("x", "*")),
        Map.of("groupBy", List.of(1)),
        Map.of("count", false),
        Map.of("limit", -1),
        Map.of("where", "x"));
  }

  @ParameterizedTest
  @MethodSource
  void what_has_no_such_figure_is_refused(Aggregate asked) {
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> acme().model("Sale").aggregate(asked));
  }

  static List<Aggregate> what_has_no_such_figure_is_refused() {
    return List.of(
        Aggregate.all(),
        Aggregate.all().sum("city", "x"),
        Aggregate.all().avg("tags", "x"),
        Aggregate.all().min("tags", "x"),
        Aggregate.all().groupBy("tags").count("n"),
        Aggregate.all().groupBy("nowhere").count("n"),
        Aggregate.all().max("secret", "x"),
        Aggregate.all().groupBy("secret"),
        Aggregate.all().count("secret", "x"),
        Aggregate.all().groupBy("city").count("city"),
        Aggregate.all().count("n").having(where("m").gt(1)),
        Aggregate.all().count("n").order("m"));
  }

  @Test
  void distinct_values_come_once_and_in_order() {
    Model sales = acme().model("Sale");
    assertThat(sales.distinct("city")).containsExactly("Oslo", "Rome");
    assertThat(sales.distinct("city", where("total").lt(5))).containsExactly("Rome");
    assertThat(sales.distinct("total", Filter.all().skip(1).limit(2))).containsExactly(2.5, 7L);
    for (String path : List.of("secret", "nowhere", "tags")) {
      assertThatExceptionOfType(QueryException.class).isThrownBy(() -> sales.distinct(path));
    }
  }

  @Test
  void observers_and_limits_hold() {
    Tenant acme = acme();
    Model sales = acme.model("Sale");
    try (var narrowed =
        sales.observe(Hook.ACCESS, access -> access.query(access.query().and("city", "Rome")))) {
      assertThat(narrowed).isNotNull();
      assertThat(sales.distinct("city")).containsExactly("Rome");
      assertThat(sales.aggregate(Aggregate.all().count("n")).getFirst()).containsEntry("n", 2L);
    }
    acme.limits(TenantLimits.NONE.withRows(1));
    assertThat(sales.aggregate(Aggregate.all().count("n"))).hasSize(1);
    assertThatExceptionOfType(LimitException.class).isThrownBy(() -> sales.distinct("city"));
  }

  @Test
  void too_many_groups_are_refused() {
    Model sales = nothing.memory().define("Sale", sale -> sale.property("n", NUMBER));
    var _ = sales.createAll(IntStream.range(0, 100_001).mapToObj(n -> Map.of("n", n)).toList());
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> sales.distinct("n"))
        .satisfies(e -> assertThat(e.limit()).isEqualTo("groups"));
  }

  private static List<Object> cities(Model sales, Aggregate asked) {
    return new java.util.ArrayList<>(
        java.util.Arrays.asList(
            sales.aggregate(asked).stream().map(group -> group.get("city")).toArray()));
  }
}
