package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same service on a database, each tenant in a schema of its own. */
class OnDatabaseTest {
  private static final String SHOPS = "/api/CoffeeShops";

  private Shops shops;

  @BeforeEach
  void each_tenant_has_a_shop_in_a_database() {
    shops =
        Shops.open(
            RestSettings.DEFAULT,
            Settings.of("jdbc:h2:mem:rest").isolation(Isolation.SCHEMA_PER_TENANT));
    shops.post("acme", SHOPS, "{\"name\":\"A\",\"rating\":1}").object();
    shops.post("globex", SHOPS, "{\"name\":\"G\",\"rating\":2}").object();
  }

  @AfterEach
  void the_other_tenant_saw_nothing() {
    assertThat(shops.get("globex", SHOPS).names()).containsExactly("G");
    shops.close();
  }

  @Test
  void rows_are_created_found_changed_and_removed() {
    shops.post("acme", SHOPS, "[{\"name\":\"B\",\"rating\":2},{\"name\":\"C\"}]").list();
    shops.send("PATCH", "acme", SHOPS + "/1", "{\"city\":\"Bonn\"}").object();

    assertThat(shops.get("acme", SHOPS + "?filter[where][rating][gt]=1").names())
        .containsExactly("B");
    assertThat(shops.get("acme", SHOPS + "?filter[order]=name%20DESC&filter[limit]=1").names())
        .containsExactly("C");
    assertThat(shops.send("DELETE", "acme", SHOPS + "/2", "").object())
        .isEqualTo(Map.of("count", 1L));
    assertThat(shops.get("acme", SHOPS + "/1").object().get("city")).isEqualTo("Bonn");
  }

  @Test
  void related_rows_are_created_and_included() {
    shops.post("acme", SHOPS + "/1/cups", "{\"size\":\"L\"}").object();

    assertThat(shops.get("acme", SHOPS + "?filter[include]=cups").text())
        .contains("\"size\":\"L\"");
    assertThat(shops.get("globex", "/api/Cups").list()).isEmpty();
  }

  @Test
  void sql_is_only_text() {
    String sql = "x'; DROP SCHEMA globex CASCADE; --";
    shops.post("acme", SHOPS, "{\"name\":\"" + sql + "\"}").object();
    String filter = "{\"where\":{\"name\":\"" + sql + "\"},\"order\":\"" + sql + "\"}";
    Said said = shops.get("acme", SHOPS + "?filter=" + encoded(filter));

    assertThat(said.status()).as(said.text()).isIn(200, 400);
    assertThat(shops.get("acme", SHOPS + "/count?where[name]=" + encoded(sql)).object())
        .isEqualTo(Map.of("count", 1L));
    assertThat(shops.get("acme", SHOPS + "/" + encoded(sql).replace("+", "%20")).status())
        .isEqualTo(404);
    assertThat(shops.get(sql.substring(0, 2), SHOPS).status()).isEqualTo(400);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
