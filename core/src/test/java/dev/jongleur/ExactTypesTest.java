package dev.jongleur;

import static dev.jongleur.definition.DecimalType.decimal;
import static dev.jongleur.definition.EnumType.enumeration;
import static dev.jongleur.definition.PropertyOption.generated;
import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.DATEONLY;
import static dev.jongleur.definition.ScalarType.INTEGER;
import static dev.jongleur.definition.ScalarType.LONG;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.InlineType;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyType;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The exact types as a program meets them: stored, found, sorted and refused. */
class ExactTypesTest {
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("id", ScalarType.UUID, id(), generated())
                  .property("count", INTEGER)
                  .property("serial", LONG)
                  .property("total", decimal(12, 2))
                  .property("day", DATEONLY)
                  .property("status", enumeration("new", "paid"))
                  .property(
                      "tax",
                      new InlineType(
                          ModelDefinition.of(
                              "Tax", t -> t.injectId(false).property("rate", decimal(9, 8))))));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Model orders(String tenant) {
    Jongleur jongleur = nothing.application(ORDER);
    jongleur.onboard("other").model("Order").create(row(0, 5, "0.10"));
    return jongleur.onboard(tenant).model("Order");
  }

  private static Map<String, Object> row(long serial, int day, String total) {
    return Map.of(
        "serial",
        serial,
        "day",
        LocalDate.of(2024, 2, day),
        "total",
        total,
        "count",
        day,
        "status",
        "new",
        "tax",
        Map.of("rate", "0.00000001"));
  }

  @Test
  void values_are_stored_as_they_are() {
    Model orders = orders("acme");
    Entity order = orders.create(row(9007199254740993L, 29, "9.9"));
    Entity found = orders.findById(order.id()).orElseThrow();
    assertThat(found.id()).isInstanceOf(UUID.class);
    assertThat(found.get("serial")).isEqualTo(9007199254740993L);
    assertThat(found.get("total")).isEqualTo(new BigDecimal("9.90"));
    assertThat(found.get("day")).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(orders.findById(String.valueOf(order.id()))).contains(found);
  }

  @Test
  void questions_are_exact() {
    Model orders = orders("acme");
    orders.createAll(
        List.of(
            row(9007199254740993L, 1, "9.90"),
            row(9007199254740992L, 2, "10"),
            row(Long.MAX_VALUE, 3, "0.30")));
    assertThat(serials(orders, where("serial").eq(9007199254740993L)))
        .containsExactly(9007199254740993L);
    assertThat(serials(orders, where("serial").eq("9007199254740993")))
        .containsExactly(9007199254740993L);
    assertThat(serials(orders, where("total").eq(9.9))).containsExactly(9007199254740993L);
    assertThat(serials(orders, where("total").lt("9.900000000000000001").order("total")))
        .containsExactly(Long.MAX_VALUE, 9007199254740993L);
    assertThat(serials(orders, where("count").gt(1.5).order("count")))
        .containsExactly(9007199254740992L, Long.MAX_VALUE);
    assertThat(serials(orders, where("day").gte("2024-02-02").order("serial DESC")))
        .containsExactly(Long.MAX_VALUE, 9007199254740992L);
    assertThat(serials(orders, where("status").eq("paid"))).isEmpty();
    assertThat(orders.count(where("tax.rate").eq("0.00000001"))).isEqualTo(3);
    assertThat(orders.count(where("id").eq("no uuid"))).isZero();
    assertThat(orders.count(where("count").eq("no number"))).isZero();
  }

  private static List<Object> serials(Model orders, Filter filter) {
    return orders.find(filter).stream().map(order -> order.get("serial")).toList();
  }

  @Test
  void what_does_not_fit_is_refused_everywhere() {
    Model orders = orders("acme");
    Entity order = orders.create(row(1, 1, "1"));
    refused(() -> orders.create(row(1, 1, "1.999")), "\"total\" of \"Order\"");
    refused(() -> orders.patch(order.id(), Map.of("count", 1.5)), "\"count\" of \"Order\"");
    refused(() -> orders.updateAll(Filter.all(), Map.of("status", "lost")), "One of new, paid");
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> orders.find(where("day").eq("soon")))
        .withMessageContaining("\"day\"");
    assertThat(orders.find()).containsExactly(order);
  }

  private static void refused(Runnable work, String why) {
    assertThatExceptionOfType(DataException.class).isThrownBy(work::run).withMessageContaining(why);
  }

  @Test
  void whole_numbers_are_counted_and_the_count_ends() {
    assertThat(counted(INTEGER, 2147483646L)).containsExactly(2147483646L, 2147483647L);
    assertThat(counted(LONG, Long.MAX_VALUE - 2))
        .containsExactly(Long.MAX_VALUE - 2, Long.MAX_VALUE - 1);
  }

  private List<Object> counted(PropertyType type, long first) {
    Jongleur jongleur =
        nothing.application(ModelDefinition.of("Row", r -> r.property("id", type, id())));
    jongleur.onboard("other").model("Row").create(Map.of());
    Model rows = jongleur.onboard("acme").model("Row");
    rows.create(Map.of("id", first));
    rows.create(Map.of());
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> rows.create(Map.of()));
    return rows.find().stream().map(Entity::id).toList();
  }
}
