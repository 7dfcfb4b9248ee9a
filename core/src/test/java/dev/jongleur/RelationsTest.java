package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.Relation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DataException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.QueryException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-254, F-266 to F-271. */
class RelationsTest {
  private static final ModelDefinition CUSTOMER =
      ModelDefinition.of(
          "Customer",
          c ->
              c.property("name", STRING)
                  .relation(Relation.hasMany("orders", "Order", "customerId"))
                  .relation(Relation.hasOne("card", "Card", "customerId"))
                  .relation(Relation.hasMany("ghosts", "Ghost", "customerId"))
                  .relation(
                      new Relation(
                          "big",
                          Relation.Kind.HAS_MANY,
                          "Order",
                          "customerId",
                          Map.of("scope", Map.of("where", Map.of("total", Map.of("gt", 100))))))
                  .relation(
                      new Relation(
                          "parts", Relation.Kind.EMBEDS_MANY, "Order", "_parts", Map.of())));
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.property("total", NUMBER)
                  .relation(Relation.belongsTo("customer", "Customer", "customerId")));
  private static final ModelDefinition CARD =
      ModelDefinition.of("Card", c -> c.property("code", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void foreign_keys_are_defined_with_the_type_of_the_key() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, CARD);
    for (String name : List.of("Order", "Card")) {
      assertThat(acme.model(name).definition().property("customerId"))
          .contains(Property.foreignKey("customerId", NUMBER, "Customer"));
    }
  }

  @Test
  void the_key_of_an_owner_that_is_given_whole_is_taken() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, CARD);
    Model orders = acme.model("Order");
    Entity ada = acme.model("Customer").create(Map.of("name", "Ada"));
    Entity byEntity = orders.create(Map.of("total", 1, "customer", ada));
    Entity byValues = orders.create(Map.of("total", 2, "customer", Map.of("id", "1")));
    Entity byKey = orders.create(Map.of("total", 3, "customer", ada, "customerId", 7));

    assertThat(byEntity.get("customerId")).isEqualTo(1L);
    assertThat(byValues.get("customerId")).isEqualTo(1L);
    assertThat(byKey.get("customerId")).isEqualTo(7L);
    assertThat(byEntity.toMap()).doesNotContainKey("customer");
    assertThat(acme.model("Customer").related(ada, "orders").count()).isEqualTo(2);
  }

  @Test
  void rows_of_an_owner_are_found_and_counted() {
    Model customers = nothing.acme(CUSTOMER, ORDER, CARD).model("Customer");
    Entity ada = customers.create(Map.of());
    Entity bob = customers.create(Map.of());
    Related orders = customers.related(ada, "orders");
    Entity first = orders.create(Map.of("total", 50, "customerId", 99));
    var _ = orders.create(Map.of("total", 500));
    Entity foreign = customers.related(bob, "orders").create(Map.of("total", 1));
    assertThat(first.get("customerId")).isEqualTo(ada.id());
    assertThat(orders.find()).hasSize(2);
    assertThat(orders.count(where("total").gt(100), Options.NONE)).isEqualTo(1);
    assertThat(customers.related(ada, "big").count()).isEqualTo(1);
    assertThat(orders.findById(foreign.id(), Filter.all(), Options.NONE)).isEmpty();
    assertThat(orders.exists(foreign.id(), Options.NONE)).isFalse();
    assertThat(orders.exists(first.id(), Options.NONE)).isTrue();
  }

  @Test
  void changes_never_leave_the_rows_of_the_owner() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, CARD);
    Model customers = acme.model("Customer");
    Related ofAda = customers.related(customers.create(Map.of()), "orders");
    Related ofBob = customers.related(customers.create(Map.of()), "orders");
    var _ = ofAda.create(Map.of());
    Entity foreign = ofBob.create(Map.of("total", 1));
    assertThat(ofAda.updateAll(Filter.all(), Map.of("total", 9), Options.NONE)).isEqualTo(1);
    assertThat(ofAda.deleteById(foreign.id(), Options.NONE)).isZero();
    assertThat(ofAda.deleteAll(Filter.all(), Options.NONE)).isEqualTo(1);
    assertThat(acme.model("Order").find()).containsExactly(foreign);
  }

  @Test
  void relations_to_one_are_got() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, CARD);
    Model customers = acme.model("Customer");
    Entity ada = customers.create(Map.of("name", "Ada"));
    assertThat(customers.related(ada, "card").get()).isEmpty();
    Entity card = customers.related(ada, "card").create(Map.of("code", "x"));
    assertThat(customers.related(ada, "card").get()).contains(card);
    Entity order = acme.model("Order").create(Map.of("customerId", "1"));
    assertThat(acme.model("Order").related(order, "customer").get()).contains(ada);
    Entity lost = acme.model("Order").create(Map.of());
    assertThat(acme.model("Order").related(lost, "customer").get()).isEmpty();
  }

  @Test
  void an_owner_that_is_not_stored_has_no_rows() {
    Tenant acme = nothing.acme(CUSTOMER, ORDER, CARD);
    Model customers = acme.model("Customer");
    var _ = acme.model("Order").create(Map.of("total", 1));
    Related orders = customers.related(customers.make(Map.of("name", "new")), "orders");
    assertThat(orders.find()).isEmpty();
    assertThat(orders.count()).isZero();
    assertThat(orders.updateAll(Filter.all(), Map.of("total", 2), Options.NONE)).isZero();
    assertThat(orders.deleteAll(Filter.all(), Options.NONE)).isZero();
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> orders.create(Map.of()));
    assertThat(acme.model("Order").count(where("total", 1))).isEqualTo(1);
  }

  @Test
  void a_relation_that_cannot_be_followed_is_told() {
    Model customers = nothing.acme(CUSTOMER, ORDER, CARD).model("Customer");
    Entity ada = customers.create(Map.of());
    assertThatExceptionOfType(QueryException.class)
        .isThrownBy(() -> customers.related(ada, "enemies").find())
        .satisfies(e -> assertThat(e.status()).isEqualTo(400));
    assertThatExceptionOfType(UnsupportedException.class)
        .isThrownBy(() -> customers.related(ada, "parts").find())
        .satisfies(e -> assertThat(e.status()).isEqualTo(501));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> customers.related(ada, "ghosts").find())
        .withMessageContaining("Ghost");
  }

  @Test
  void a_model_that_is_defined_later_completes_a_relation() {
    DataSource db = nothing.memory();
    Model customers = db.define(CUSTOMER);
    Model orders = db.define(ORDER);
    assertThat(orders.definition().property("customerId")).isPresent();
    Entity ada = customers.create(Map.of());
    assertThat(customers.related(ada, "orders").create(Map.of()).get("customerId")).isEqualTo(1L);
  }

  @Test
  void a_key_other_than_the_id_may_lead() {
    var byName =
        new Relation(
            "orders", Relation.Kind.HAS_MANY, "Order", "customer", Map.of("primaryKey", "name"));
    ModelDefinition customer =
        ModelDefinition.of("Customer", c -> c.property("name", STRING).relation(byName));
    Tenant acme = nothing.acme(customer, ModelDefinition.of("Order", _ -> {}));
    Model customers = acme.model("Customer");
    Entity ada = customers.create(Map.of("name", "Ada"));
    assertThat(customers.related(ada, "orders").create(Map.of()).get("customer")).isEqualTo("Ada");
    assertThat(customers.related(ada, "orders").count()).isEqualTo(1);
  }
}
