package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FrontPageTest {
  @Test
  void the_root_tells_the_models_and_how_to_name_a_tenant() {
    try (var shops = Shops.open()) {
      Map<?, ?> page = shops.get("", "/").object();

      assertThat(page.get("name")).isEqualTo("Jongleur");
      assertThat(page.get("models"))
          .isEqualTo(
              Map.of("CoffeeShop", "/api/CoffeeShops", "Cup", "/api/Cups", "Owner", "/api/Owners"));
      assertThat(page.get("tenant"))
          .isEqualTo(Map.of("header", "X-Tenant-ID", "path", "/t/{tenant}/api"));
      assertThat(shops.get("", "/api").object().keySet()).isEqualTo(page.keySet());
      assertThat(shops.send("POST", "", "/", "{}").status()).isEqualTo(404);
    }
  }

  @Test
  void health_says_up_and_nothing_of_tenants() {
    try (var shops = Shops.open()) {
      assertThat(shops.get("", "/health").text()).isEqualTo("{\"status\":\"UP\"}");
      assertThat(shops.get("initech", "/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  @Test
  void only_public_models_are_served_each_at_its_path() {
    RestSettings settings =
        RestSettings.builder()
            .apiPath("/rest/v1")
            .tenantHeader("X-Org")
            .publicModel("CoffeeShop", "shops")
            .build();
    try (var shops = Shops.open(settings)) {
      assertThat(shops.send(shops.request("/rest/v1/shops").header("X-Org", "acme")).list())
          .isEmpty();
      assertThat(shops.get("", "/t/acme/rest/v1/shops").list()).isEmpty();
      assertThat(shops.get("", "/t/acme/rest/v1/CoffeeShops").status()).isEqualTo(404);
      assertThat(shops.get("", "/t/acme/rest/v1/Cups").status()).isEqualTo(404);
      assertThat(shops.get("", "/t/acme/api/shops").status()).isEqualTo(404);
    }
  }
}
