package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Strict;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.QueryException;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-320 to F-331. */
class ScopesTest {
  private static final Map<String, Object> SHOES =
      Map.of("where", Map.of("kind", "shoe"), "order", "name DESC", "limit", 3);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  /** Two models on one collection, of which one has a default scope. */
  private Tenant shop() {
    var all = Map.<String, Object>of("collection", "products");
    return nothing.acme(
        ModelDefinition.of(
            "Product",
            p ->
                p.property("name", STRING, id())
                    .settings(ModelSettings.DEFAULT.with("memory", all))),
        ModelDefinition.of(
            "Shoe",
            s -> s.property("name", STRING, id()).settings(scoped(SHOES).with("memory", all))));
  }

  private static ModelSettings scoped(Map<String, Object> scope) {
    return new ModelSettings(
        Strict.OPEN, Optional.empty(), Set.of(), Set.of(), "", scope, Map.of(), Map.of());
  }

  private static Model filled(Tenant shop) {
    Model products = shop.model("Product");
    for (String name : List.of("a", "b", "c", "d")) {
      var _ = products.create(Map.of("name", name, "kind", "shoe"));
    }
    var _ = products.create(Map.of("name", "hat", "kind", "hat"));
    return shop.model("Shoe");
  }

  @Test
  void a_part_of_a_default_scope_may_be_switched_off() {
    Map<String, Object> off =
        Map.of("where", Map.of("kind", "shoe"), "limit", false, "order", false, "include", false);
    Model shoes =
        nothing
            .acme(
                ModelDefinition.of(
                    "Shoe", s -> s.property("name", STRING, id()).settings(scoped(off))))
            .model("Shoe");
    var _ = shoes.create(Map.of("name", "a"));
    assertThat(shoes.find()).extracting(shoe -> shoe.get("kind")).containsExactly("shoe");
  }

  @Test
  void a_default_scope_narrows_every_question() {
    Model shoes = filled(shop());
    assertThat(shoes.find()).extracting(Entity::id).containsExactly("d", "c", "b");
    assertThat(shoes.find(Filter.all().order("name").limit(2)))
        .extracting(Entity::id)
        .containsExactly("a", "b");
    assertThat(shoes.count()).isEqualTo(4);
    assertThat(shoes.exists("hat")).isFalse();
    assertThat(shoes.findById("hat")).isEmpty();
    assertThat(shoes.find(where("kind", "hat"))).isEmpty();
  }

  @Test
  void fields_that_a_scope_does_not_have_leave_nothing() {
    Map<String, Object> names = Map.of("fields", List.of("name"));
    Model shoes =
        nothing.acme("Shoe", s -> s.property("name", STRING, id()).settings(scoped(names)));
    var _ = shoes.create(Map.of("name", "a", "secret", "x"));
    assertThat(shoes.find(Filter.all().fields("secret")))
        .extracting(Entity::toMap)
        .containsExactly(Map.of());
  }

  @Test
  void a_default_scope_narrows_changes_and_removals() {
    Tenant shop = shop();
    Model shoes = filled(shop);
    assertThat(shoes.updateAll(Filter.all(), Map.of("sold", true))).isEqualTo(4);
    assertThat(shoes.deleteById("hat")).isZero();
    assertThat(shoes.deleteAll(Filter.all())).isEqualTo(4);
    assertThat(shop.model("Product").find()).extracting(Entity::id).containsExactly("hat");
    assertThat(shop.model("Product").count(where("sold", true))).isZero();
  }

  @Test
  void a_default_scope_forces_its_values_onto_what_is_stored() {
    Model shoes = filled(shop());
    assertThat(shoes.create(Map.of("name", "e", "kind", "hat")).get("kind")).isEqualTo("shoe");
    assertThat(shoes.updateAll(where("name", "a"), Map.of("kind", "hat"))).isEqualTo(1);
    assertThat(shoes.replace("a", Map.of("kind", "hat")).get("kind")).isEqualTo("shoe");
    assertThat(shoes.count()).isEqualTo(5);
  }

  @Test
  void an_id_that_is_taken_outside_the_default_scope_is_a_duplicate() {
    Tenant shop = shop();
    Model shoes = filled(shop);
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> shoes.upsert(Map.of("name", "hat")));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(() -> shoes.replaceOrCreate(Map.of("name", "hat"), Options.NONE));
    assertThat(shop.model("Product").findById("hat").orElseThrow().get("kind")).isEqualTo("hat");
  }

  private Model orders() {
    Map<String, Map<String, Object>> scopes =
        Map.of(
            "open", Map.of("where", Map.of("state", "open"), "limit", 2),
            "big", Map.of("where", Map.of("total", Map.of("gt", 100))));
    Model orders = nothing.acme("Order", o -> o.settings(ModelSettings.DEFAULT.withScopes(scopes)));
    for (int i = 0; i < 6; i++) {
      var _ = orders.create(Map.of("state", i % 2 == 0 ? "open" : "paid", "total", i * 50));
    }
    return orders;
  }

  @Test
  void a_named_scope_is_a_part_of_the_rows() {
    Model orders = orders();
    assertThat(orders.scope("open").find()).hasSize(2);
    assertThat(orders.scope("open").count()).isEqualTo(3);
    assertThat(orders.scope("big").count(where("state", "open"), Options.NONE)).isEqualTo(1);
    assertThat(orders.scope("open").findById(2, Filter.all(), Options.NONE)).isEmpty();
    assertThat(orders.scope("open").exists(1, Options.NONE)).isTrue();
    assertThat(orders.scope("open").create(Map.of("state", "paid")).get("state")).isEqualTo("open");
    assertThatExceptionOfType(QueryException.class).isThrownBy(() -> orders.scope("none").count());
  }

  @Test
  void changes_through_a_named_scope_stay_in_it() {
    Model orders = orders();
    assertThat(orders.scope("open").updateAll(Filter.all(), Map.of("seen", 1), Options.NONE))
        .isEqualTo(3);
    assertThat(orders.scope("open").deleteById(2, Options.NONE)).isZero();
    assertThat(orders.scope("open").deleteAll(Filter.all(), Options.NONE)).isEqualTo(3);
    assertThat(orders.find()).extracting(order -> order.get("state")).containsOnly("paid");
    assertThat(orders.count(where("seen", 1))).isZero();
  }
}
