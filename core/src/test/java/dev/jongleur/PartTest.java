package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Relation.Kind;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Page;
import dev.jongleur.error.DataException;
import dev.jongleur.error.MisuseException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.query.Aggregate;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-255, F-261: what is asked of a part of a model's rows, and done with one of them. */
class PartTest {
  private static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer",
          c ->
              c.property("name", STRING)
                  .property("city", STRING)
                  .relation(
                      new Relation(
                          "orders",
                          Kind.HAS_MANY,
                          "Order",
                          "customerId",
                          Map.of("properties", List.of("city"))))
                  .relation(
                      new Relation(
                          "tags", Kind.HAS_AND_BELONGS_TO_MANY, "Tag", "customerId", Map.of())));
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("total", NUMBER)
                  .property("city", STRING)
                  .scope("big", Map.of("where", Map.of("total", Map.of("gte", 20)))));
  private static final ModelDefinition TAG =
      ModelDefinition.of("Tag", t -> t.property("word", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Tenant acme;
  private Entity ada;
  private Related orders;

  @BeforeEach
  void ada_has_three_orders_and_bob_one() {
    acme = nothing.acme(CUSTOMER, ORDER, TAG);
    Model customers = acme.model("Customer");
    ada = customers.create(Map.of("name", "Ada", "city", "Turin"));
    Entity bob = customers.create(Map.of("name", "Bob", "city", "Bari"));
    orders = customers.related(ada, "orders");
    for (int total : new int[] {30, 10, 20}) {
      var _ = orders.create(Map.of("total", total));
    }
    var _ = customers.related(bob, "orders").create(Map.of("total", 99));
  }

  private static List<Object> totals(List<Entity> rows) {
    return rows.stream().map(row -> row.get("total")).toList();
  }

  @Test
  void it_is_read_page_by_page() {
    Filter byTotal = Filter.all().order("total").limit(2);
    Page first = orders.page(byTotal);
    assertThat(totals(first.rows())).containsExactly(10L, 20L);
    Page second = orders.page(byTotal, first.next().orElseThrow());
    assertThat(totals(second.rows())).containsExactly(30L);
    assertThat(second.next()).isEmpty();
    assertThat(totals(orders.scope("big").page(byTotal).rows())).containsExactly(20L, 30L);
  }

  @Test
  void figures_and_values_are_its_own() {
    assertThat(orders.aggregate(Aggregate.all().sum("total", "sum").count("rows")))
        .containsExactly(Map.of("sum", 60L, "rows", 3L));
    assertThat(orders.distinct("total", where("total").lt(25))).containsExactly(10L, 20L);
    assertThat(orders.scope("big").distinct("total")).containsExactly(20L, 30L);
    assertThat(acme.model("Order").scope("big").aggregate(Aggregate.all().max("total", "most")))
        .containsExactly(Map.of("most", 99L));
  }

  @Test
  void how_it_is_answered_is_told() {
    assertThat(orders.explain(Filter.all()).toString()).contains("customerId");
    assertThat(orders.count(where("total", 99))).isZero();
  }

  @Test
  void one_row_of_it_is_got_and_changed() {
    assertThat(orders.get(1, Options.NONE).get("total")).isEqualTo(30L);
    assertThat(orders.patch(1, Map.of("total", 31, "customerId", "1"), Options.NONE).get("total"))
        .isEqualTo(31L);
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> orders.get(4, Options.NONE));
    assertThatExceptionOfType(NotFoundException.class)
        .isThrownBy(() -> orders.patch(4, Map.of("total", 1), Options.NONE));
    assertThat(acme.model("Order").count(where("total", 99))).isEqualTo(1);
  }

  @Test
  void a_row_is_not_given_to_another_owner_by_a_change() {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> orders.patch(1, Map.of("customerId", 2), Options.NONE))
        .withMessageContaining("customerId")
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    assertThat(orders.count()).isEqualTo(3);
  }

  @Test
  void what_is_created_has_what_the_relation_copies_of_the_owner() {
    assertThat(orders.create(Map.of("city", "Rome")).get("city")).isEqualTo("Turin");
    assertThat(orders.make(Map.of()).get("city")).isEqualTo("Turin");
  }

  @Test
  void a_relation_by_a_key_has_no_links() {
    assertThatExceptionOfType(MisuseException.class)
        .isThrownBy(() -> orders.add(4))
        .withMessageContaining("Order");
    assertThatExceptionOfType(MisuseException.class).isThrownBy(() -> orders.remove(1));
  }

  @Test
  void several_to_several_are_linked_by_a_model_that_is_made() {
    Related tags = acme.model("Customer").related(ada, "tags");
    Entity tag = tags.create(Map.of("word", "kind"));
    assertThat(tags.add(tag).get("tagId")).isEqualTo(tag.id());
    assertThat(tags.find()).containsExactly(tag);
    assertThat(acme.model("CustomerTag").count(where("customerId", ada.id()))).isEqualTo(1);
    List<Entity> all = acme.model("Customer").find(Filter.all().include("tags"));
    assertThat(all.getFirst().related("tags").orElseThrow()).isEqualTo(List.of(tag));
    assertThat(all.getLast().related("tags").orElseThrow()).isEqualTo(List.of());
  }
}
