package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.entity.Found;
import dev.jongleur.error.QueryException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-303 to F-319. */
class IncludesTest {
  private static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer",
          c ->
              c.property("name", STRING)
                  .relation(Relation.hasMany("orders", "Order", "customerId"))
                  .relation(Relation.hasOne("card", "Card", "customerId"))
                  .relation(
                      new Relation(
                          "off",
                          Relation.Kind.HAS_MANY,
                          "Order",
                          "customerId",
                          Map.of("options", Map.of("disableInclude", true)))));
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("total", NUMBER)
                  .property("secret", STRING)
                  .settings(ModelSettings.DEFAULT.withHidden(Set.of("secret")))
                  .relation(Relation.belongsTo("customer", "Customer", "customerId")));
  private static final ModelDefinition CARD = ModelDefinition.of("Card", _ -> {});

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Tenant shop() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, CARD);
    Model customers = acme.model("Customer");
    Entity ada = customers.create(Map.of("name", "Ada"));
    var _ = customers.create(Map.of("name", "Bob"));
    for (int total : new int[] {30, 10, 20}) {
      var _ = customers.related(ada, "orders").create(Map.of("total", total, "secret", "s"));
    }
    var _ = customers.related(ada, "card").create(Map.of());
    return acme;
  }

  @Test
  void rows_to_many_come_as_a_list_even_when_there_are_none() {
    List<Entity> found = shop().model("Customer").find(Filter.all().include("orders"));
    assertThat(totals(found.get(0))).containsExactly(30L, 10L, 20L);
    assertThat(totals(found.get(1))).isEmpty();
  }

  @Test
  void observers_of_what_was_loaded_leave_what_was_read_along() {
    Model customers = shop().model("Customer");
    try (var _ = customers.observe(Hook.LOADED, loaded -> loaded.set("name", "Eve"))) {
      Entity found = customers.find(Filter.all().include("orders", "card")).getFirst();
      assertThat(found.get("name")).isEqualTo("Eve");
      assertThat(totals(found)).containsExactly(30L, 10L, 20L);
      assertThat(found.related("card")).containsInstanceOf(Entity.class);
    }
  }

  @Test
  void a_row_to_one_comes_alone_or_not_at_all() {
    Model customers = shop().model("Customer");
    List<Entity> found = customers.find(Filter.all().include("card"));
    assertThat(found.get(0).related("card")).containsInstanceOf(Entity.class);
    assertThat(found.get(1).related("card")).isEmpty();
    assertThat(found.get(1).toJson()).doesNotContainKey("card");
  }

  @Test
  void includes_nest() {
    Tenant shop = shop();
    Filter nested =
        Filter.read(Map.of("include", Map.of("customer", List.of("card", "orders")), "limit", 1));
    Entity order = shop.model("Order").find(nested).getFirst();
    Entity customer = (Entity) order.related("customer").orElseThrow();
    assertThat(customer.get("name")).isEqualTo("Ada");
    assertThat(customer.relatedNames()).containsExactlyInAnyOrder("card", "orders");
  }

  @Test
  void a_scope_narrows_what_is_included_for_each_row() {
    Model customers = shop().model("Customer");
    var _ =
        customers.related(customers.findById(2).orElseThrow(), "orders").create(Map.of("total", 5));
    Filter best =
        Filter.all().include("orders", Filter.all().order("total DESC").limit(1).fields("total"));
    List<Entity> found = customers.find(best);
    assertThat(totals(found.get(0))).containsExactly(30L);
    assertThat(totals(found.get(1))).containsExactly(5L);
  }

  @Test
  void one_question_is_asked_for_each_relation_and_level() {
    Tenant shop = shop();
    var questions = new ArrayList<String>();
    for (String name : List.of("Customer", "Order", "Card")) {
      var _ = shop.model(name).observe(Hook.ACCESS, access -> questions.add(access.model()));
    }
    var _ =
        shop.model("Customer")
            .find(Filter.all().include("orders", Filter.all().include("customer")));
    assertThat(questions).containsExactly("Customer", "Order", "Customer");
  }

  @Test
  void many_owners_are_served_in_pages() {
    Tenant shop = shop();
    Model customers = shop.model("Customer");
    for (int i = 0; i < 600; i++) {
      var _ = customers.related(customers.create(Map.of()), "orders").create(Map.of("total", i));
    }
    List<Entity> found = customers.find(Filter.all().skip(2).include("orders"));
    for (int i = 0; i < 600; i++) {
      assertThat(totals(found.get(i))).containsExactly((long) i);
    }
  }

  @Test
  void what_is_hidden_stays_hidden_below() {
    Entity ada = shop().model("Customer").find(Filter.all().include("orders")).getFirst();
    assertThat((List<?>) ada.toJson().get("orders"))
        .allSatisfy(order -> assertThat(((Map<?, ?>) order).get("secret")).isNull());
  }

  @Test
  void what_is_hidden_may_not_be_asked_for_below() {
    Model customers = shop().model("Customer");
    Filter prying = Filter.all().include("orders", Filter.where("secret", "s"));
    Options careful = Options.of("prohibitHiddenPropertiesInQuery", true);
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> customers.find(prying, careful));
  }

  @Test
  void an_include_works_wherever_rows_are_read() {
    Model customers = shop().model("Customer");
    Filter orders = Filter.all().include("orders");
    assertThat(totals(customers.findById(1, orders, Options.NONE).orElseThrow())).hasSize(3);
    assertThat(totals(customers.findOne(orders).orElseThrow())).hasSize(3);
    assertThat(totals(customers.findByIds(List.of(1), orders, Options.NONE).getFirst())).hasSize(3);
    Found found = customers.findOrCreate(orders, Map.of(), Options.NONE);
    assertThat(totals(found.entity())).hasSize(3);
  }

  @Test
  void the_key_must_be_among_the_fields() {
    Tenant shop = shop();
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(
            () -> shop.model("Customer").find(Filter.all().fields("name").include("orders")))
        .withMessageContaining("\"id\"");
    Entity order =
        shop.model("Order").find(Filter.all().fields("total").include("customer")).getFirst();
    assertThat(order.related("customer")).isEmpty();
  }

  @Test
  void an_unknown_relation_is_refused_and_an_excluded_one_skipped() {
    Model customers = shop().model("Customer");
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> customers.find(Filter.all().include("enemies")))
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    assertThat(customers.find(Filter.all().include("off")).getFirst().relatedNames()).isEmpty();
  }

  private static List<Object> totals(Entity customer) {
    List<Object> totals = new ArrayList<>();
    for (Object order : (List<?>) customer.related("orders").orElseThrow()) {
      totals.add(String.valueOf(((Entity) order).get("total")));
    }
    return totals.stream().<Object>map(text -> Long.valueOf((String) text)).toList();
  }
}
