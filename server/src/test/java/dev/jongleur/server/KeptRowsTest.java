package dev.jongleur.server;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys of several properties, versions and soft deletion, from outside. */
class KeptRowsTest {
  private static final ModelDefinition LINE =
      ModelDefinition.of(
          "Line",
          line ->
              line.property(Property.of("orderNo", NUMBER).asId(1))
                  .property(Property.of("no", NUMBER).asId(2))
                  .property("sku", STRING)
                  .versioned("version")
                  .softDelete("deletedAt"));

  private static final String LINES = "/api/Lines";
  private static final String SECOND = LINES + "/" + id("{\"orderNo\":1,\"no\":2}");

  private Shops shops;

  @BeforeEach
  void each_tenant_has_lines() {
    shops = Shops.of(LINE);
    for (String tenant : List.of("acme", "globex")) {
      for (int no = 1; no < 3; no++) {
        shops.post(tenant, LINES, "{\"orderNo\":1,\"no\":" + no + ",\"sku\":\"a\"}").object();
      }
    }
  }

  @AfterEach
  void the_other_tenant_saw_nothing() {
    try (Shops closing = shops) {
      assertThat(closing.get("globex", LINES + "/count").text()).isEqualTo("{\"count\":2}");
      assertThat(closing.get("globex", SECOND).object().get("version")).isEqualTo(1L);
    }
  }

  private static String id(String json) {
    return URLEncoder.encode(json, StandardCharsets.UTF_8);
  }

  @Test
  void a_key_of_several_properties_is_an_object_in_the_path() {
    assertThat(shops.get("acme", SECOND).object().get("no")).isEqualTo(2L);
    assertThat(shops.get("acme", SECOND + "/exists").object()).isEqualTo(Map.of("exists", true));
    assertThat(shops.send("PATCH", "acme", SECOND, "{\"sku\":\"b\"}").object().get("sku"))
        .isEqualTo("b");
    assertThat(shops.send("PUT", "acme", SECOND, "{\"sku\":\"c\"}").object().get("sku"))
        .isEqualTo("c");
    assertThat(shops.send("DELETE", "acme", SECOND, "").object()).isEqualTo(Map.of("count", 1L));
    assertThat(shops.get("acme", SECOND).code(404)).isEqualTo("MODEL_NOT_FOUND");
  }

  @Test
  void a_part_of_a_key_is_refused() {
    assertThat(shops.get("acme", LINES + "/1").message(400)).contains("orderNo");
    assertThat(shops.get("acme", LINES + "/" + id("{\"no\":2}")).message(400)).contains("orderNo");
    assertThat(shops.get("acme", LINES + "/" + id("{no")).status()).isEqualTo(400);
  }

  @Test
  void who_sends_an_old_version_is_told_the_current_one() {
    shops.send("PATCH", "acme", SECOND, "{\"sku\":\"b\",\"version\":1}").object();
    Map<?, ?> error =
        shops.send("PATCH", "acme", SECOND, "{\"sku\":\"c\",\"version\":1}").error(409);
    assertThat(error.get("code")).isEqualTo("STALE_VERSION");
    Map<?, ?> details = (Map<?, ?>) requireNonNull(error.get("details"));
    assertThat(details.get("current")).isEqualTo(2L);
  }
}
