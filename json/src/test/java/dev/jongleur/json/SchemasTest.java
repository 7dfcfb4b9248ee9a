package dev.jongleur.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation.Kind;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** F-104: definitions that are read together. */
class SchemasTest {
  private static final List<Map<String, Object>> SHOP =
      List.of(
          Map.of(
              "name",
              "Customer",
              "base",
              "Party",
              "properties",
              Map.of("orders", List.of("Order"), "vip", "boolean")),
          Map.of("name", "Party", "properties", Map.of("name", "string")),
          Map.of(
              "name",
              "Order",
              "properties",
              Map.of("customer", Map.of("type", "Customer"), "total", "number")));

  private static List<String> names(List<ModelDefinition> models) {
    return models.stream().map(ModelDefinition::name).toList();
  }

  @Test
  void references_within_the_batch_are_relations_whatever_the_order() {
    List<ModelDefinition> models = DefinitionJson.readAll(SHOP);
    assertThat(names(models)).containsExactly("Customer", "Party", "Order");
    ModelDefinition customer = models.getFirst();
    assertThat(customer.property("name")).isPresent();
    assertThat(customer.property("orders")).isEmpty();
    assertThat(customer.relation("orders").orElseThrow().kind()).isEqualTo(Kind.HAS_MANY);
    assertThat(customer.relation("orders").orElseThrow().foreignKey()).isEqualTo("customerId");
    assertThat(models.getLast().relation("customer").orElseThrow().kind())
        .isEqualTo(Kind.BELONGS_TO);
  }

  @Test
  void two_tenants_relate_their_own_rows_by_them() {
    try (Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", DefinitionJson.readAll(SHOP)))
            .build()) {
      for (String name : List.of("acme", "globex")) {
        Tenant tenant = jongleur.onboard(name);
        Model customers = tenant.model("Customer");
        Entity ada = customers.create(Map.of("name", name));
        var _ = customers.related(ada, "orders").create(Map.of("total", 1));
        Entity order = tenant.model("Order").find(Filter.all().include("customer")).getFirst();
        assertThat(((Entity) order.related("customer").orElseThrow()).get("name")).isEqualTo(name);
      }
    }
  }

  @Test
  void one_schema_or_the_properties_of_one_will_do() {
    assertThat(names(DefinitionJson.readAll(SHOP.getLast()))).containsExactly("Order");
    ModelDefinition bare =
        DefinitionJson.readAll(Map.of("name", "string", "age", "number")).getFirst();
    assertThat(bare.name()).isEqualTo("AnonymousModel_0");
    assertThat(bare.property("age")).isPresent();
    assertThat(bare.settings().others()).containsEntry("anonymous", true);
  }

  @Test
  void names_that_are_missing_are_made_up() {
    Map<String, Object> unnamed = Map.of("properties", Map.of("a", "string"));
    assertThat(names(DefinitionJson.readAll(List.of(unnamed, SHOP.get(1), unnamed))))
        .containsExactly("AnonymousModel_0", "Party", "AnonymousModel_1");
  }

  @Test
  void a_base_outside_of_the_batch_is_looked_for() {
    ModelDefinition party = DefinitionJson.readAll(SHOP.get(1)).getFirst();
    assertThat(
            DefinitionJson.readAll(SHOP.getFirst(), name -> Optional.of(party))
                .getFirst()
                .property("name"))
        .isPresent();
  }

  @Test
  void everything_that_is_wrong_with_any_is_told_at_once() {
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() ->
            DefinitionJson.readAll(
                List.of(
                    Map.of("name", "A", "base", "B", "properties", Map.of()),
                    Map.of("name", "B", "base", "A", "properties", Map.of()),
                    Map.of("name", "C", "properties", Map.of("x", 5)),
                    Map.of("name", "C", "properties", Map.of()),
                    "text")))
        .satisfies(e ->
            assertThat(e.errors())
                .anySatisfy(error -> assertThat(error).contains("build on each other"))
                .anySatisfy(error -> assertThat(error).startsWith("C.properties.x"))
                .anySatisfy(error -> assertThat(error).contains("two models of that name"))
                .anySatisfy(error -> assertThat(error).contains("a schema is an object")));
  }
}
