package dev.jongleur;

import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.element;
import static dev.jongleur.query.Filter.where;
import static dev.jongleur.query.Where.ELEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.ModelType;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Nothing;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** what may be asked of lists, exists and not. */
class ListQueriesTest {
  private static final Options REMOTE = Options.of("prohibitHiddenPropertiesInQuery", true);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private @Nullable Model model;

  @BeforeEach
  void store() {
    var line =
        ModelDefinition.of(
            "Line",
            l ->
                l.property("sku", STRING)
                    .property("quantity", NUMBER)
                    .property("at", DATE)
                    .property("cost", NUMBER)
                    .injectId(false)
                    .settings(
                        ModelSettings.DEFAULT
                            .withStrict(Strict.FILTER)
                            .withHidden(Set.of("cost"))));
    var order =
        ModelDefinition.of(
            "Order",
            o ->
                o.property("name", STRING)
                    .property("scores", NUMBER.list())
                    .property("days", DATE.list())
                    .property("lines", new ModelType("Line").list())
                    .property("first", new ModelType("Line"))
                    .strict(Strict.FILTER));
    Model orders = nothing.acme(line, order).model("Order");
    var _ = orders.create(first());
    var _ = orders.create(Map.of("name", "b", "scores", List.of(70, 90), "lines", List.of()));
    var _ = orders.create(Map.of("name", "c"));
    model = orders;
  }

  private static Map<String, Object> first() {
    var lines =
        List.of(
            Map.of("sku", "X", "quantity", 1, "at", "2026-01-01", "cost", 9),
            Map.of("sku", "Y", "quantity", 5, "at", "2026-02-01"));
    return Map.of(
        "name", "a", "scores", List.of(82, 10), "days", List.of("2026-01-01"), "lines", lines);
  }

  @Test
  void elements_are_read_by_the_type_of_the_items() {
    assertThat(found(where("scores").contains("82"))).isEqualTo("a");
    assertThat(found(where("days").contains("2026-01-01"))).isEqualTo("a");
    assertThat(found(where("scores").containsAll(List.of("90", 70)))).isEqualTo("b");
    assertThat(found(where("scores").containsAny(List.of(90, 10)))).isEqualTo("ab");
    assertThat(found(where("scores").containsAll(List.of()))).isEqualTo("ab");
    assertThat(found(where("scores").elemMatch(element().gt("80").and(ELEMENT).lt("85"))))
        .isEqualTo("a");
    assertThat(found(where("scores").gt(80).and("scores").lt(85))).isEqualTo("ab");
  }

  @Test
  void one_element_meets_it_all() {
    assertThat(found(where("lines").elemMatch(where("sku", "X").and("quantity").gt(2)))).isEmpty();
    assertThat(found(where("lines").elemMatch(where("sku", "Y").and("quantity").gt("2"))))
        .isEqualTo("a");
    assertThat(found(where("lines").elemMatch(where("at").gt("2026-01-15")))).isEqualTo("a");
    assertThat(found(where("lines").elemMatch(Filter.all()))).isEqualTo("a");
    assertThat(found(where("lines").not().elemMatch(where("sku", "X")))).isEqualTo("bc");
  }

  @Test
  void a_value_exists_when_it_is_neither_null_nor_missing() {
    assertThat(found(where("lines").exists(true))).isEqualTo("ab");
    assertThat(found(where("lines").exists(false))).isEqualTo("c");
    assertThat(found(where("lines.sku").exists(true))).isEqualTo("a");
    assertThat(found(where("lines.sku").exists(false))).isEqualTo("bc");
  }

  @Test
  void not_finds_what_the_condition_does_not_also_where_there_is_nothing() {
    assertThat(found(where("name").not().gt("a"))).isEqualTo("a");
    assertThat(found(where("scores").not().contains(70))).isEqualTo("ac");
    assertThat(found(where("scores").not().lt(80))).isEqualTo("c");
    assertThat(
            found(Filter.read(Map.of("where", Map.of("name", Map.of("not", Map.of("lt", "b")))))))
        .isEqualTo("bc");
  }

  @Test
  void what_can_be_no_list_is_not_asked_as_one() {
    for (Filter filter :
        List.of(
            where("name").contains("a"),
            where("name").not().containsAll(List.of("a")),
            where("name").elemMatch(element().gt(1)),
            where("first").elemMatch(where("sku", "X")),
            where("lines").elemMatch(where("sku").contains("X")),
            where(ELEMENT).gt(1))) {
      assertThatExceptionOfType(QueryException.class).isThrownBy(() -> orders().find(filter));
    }
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> where("lines").elemMatch(where("sku", "X").limit(1)));
  }

  @Test
  void a_date_that_cannot_be_read_is_refused_inside_too() {
    for (Filter filter :
        List.of(where("days").contains("soon"), where("lines").elemMatch(where("at").lt("soon")))) {
      assertThatExceptionOfType(QueryException.class).isThrownBy(() -> orders().find(filter));
    }
  }

  @Test
  void what_an_element_hides_is_not_asked_for() {
    for (Filter filter :
        List.of(
            where("lines").elemMatch(where("cost").gt(1)),
            where("lines").not().elemMatch(where("cost").exists(true)),
            where("lines.cost").gt(1),
            where("lines.0.cost").gt(1),
            where("first.cost").gt(1),
            Filter.all().order("first.cost"))) {
      assertThatExceptionOfType(QueryException.class)
          .as("%s", filter)
          .isThrownBy(() -> orders().find(filter, REMOTE));
    }
    assertThat(found(where("lines").elemMatch(where("cost").gt(1)))).isEqualTo("a");
  }

  @Test
  void a_mass_change_names_only_what_an_element_has() {
    for (Filter filter :
        List.of(
            where("lines").elemMatch(where("nowhere").exists(false)),
            where("lines").not().elemMatch(where("nowhere", 1)),
            where("lines").elemMatch(where("sku", Nothing.UNDEFINED)))) {
      assertThatExceptionOfType(QueryException.class)
          .as("%s", filter)
          .isThrownBy(() -> orders().deleteAll(filter));
    }
    assertThat(orders().count()).isEqualTo(3);
    assertThat(orders().deleteAll(where("scores").not().contains(70))).isEqualTo(2);
  }

  @Test
  void a_condition_that_is_not_given_is_passed_over_with_its_not() {
    assertThat(found(where("name").not().eq(Nothing.UNDEFINED))).isEqualTo("abc");
    assertThat(found(where("lines").elemMatch(where("sku", Nothing.UNDEFINED)))).isEqualTo("a");
  }

  @Test
  void conditions_come_as_brackets_give_them() {
    var where = new HashMap<String, Object>();
    where.put("scores", Map.of("elemMatch", Map.of("gte", "82", "lt", "85")));
    where.put(
        "lines",
        Map.of("exists", "true", "elemMatch", Map.of("quantity", Map.of("inq", List.of("5")))));
    assertThat(found(Filter.readWhere(where))).isEqualTo("a");
  }

  private Model orders() {
    return java.util.Objects.requireNonNull(model);
  }

  private String found(Filter filter) {
    return String.join(
        "", orders().find(filter).stream().map(row -> String.valueOf(row.get("name"))).toList());
  }
}
