package dev.jongleur.server;

import static dev.jongleur.definition.EnumType.enumeration;
import static dev.jongleur.definition.PropertyOption.required;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ScalarType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRouteTest {
  private Shops shops;

  @BeforeEach
  void two_tenants_have_properties_of_their_own() {
    shops = Shops.open();
    shops
        .jongleur
        .tenant("acme")
        .customize("CoffeeShop", shop -> shop.property("seats", ScalarType.INTEGER, required()));
    shops
        .jongleur
        .tenant("globex")
        .customize("CoffeeShop", shop -> shop.property("roast", enumeration("light", "dark")));
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  @Test
  void a_schema_is_that_of_the_tenants_own_model() {
    assertThat(names(schema("acme", ""))).contains("name", "seats").doesNotContain("roast");
    assertThat(names(schema("globex", ""))).contains("name", "roast").doesNotContain("seats");
  }

  @Test
  void it_is_of_what_is_shown_or_of_what_is_sent() {
    assertThat(names(schema("acme", ""))).contains("id", "cups").doesNotContain("secret");
    assertThat(names(schema("acme", "?for=create"))).contains("secret").doesNotContain("cups");
    assertThat(schema("acme", "?for=create").get("required")).isEqualTo(List.of("name", "seats"));
    assertThat(schema("acme", "?for=change").containsKey("required")).isFalse();
  }

  @Test
  void another_purpose_is_refused() {
    assertThat(shops.get("acme", "/api/CoffeeShops/$schema?for=ever").message(400))
        .isEqualTo("A schema is for read, create, replace or change.");
  }

  @Test
  void it_is_nobodys_without_a_tenant() {
    assertThat(shops.get("", "/api/CoffeeShops/$schema").code(400)).isEqualTo("TENANT_MISSING");
  }

  private Map<?, ?> schema(String tenant, String query) {
    return shops.get(tenant, "/api/CoffeeShops/$schema" + query).object();
  }

  private static Iterable<String> names(Map<?, ?> schema) {
    return ((Map<?, ?>) java.util.Objects.requireNonNull(schema.get("properties")))
        .keySet().stream().map(String::valueOf).toList();
  }
}
