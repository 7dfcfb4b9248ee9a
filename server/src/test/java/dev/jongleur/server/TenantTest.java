package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantTest {
  private static final String SHOPS = "/api/CoffeeShops";

  private Shops shops;

  @BeforeEach
  void each_tenant_has_a_shop() {
    shops = Shops.open();
    shops.post("acme", SHOPS, "{\"name\":\"A\"}").object();
    shops.post("globex", SHOPS, "{\"name\":\"G\"}").object();
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  @Test
  void a_header_or_the_path_names_the_tenant() {
    assertThat(shops.get("acme", SHOPS).names()).containsExactly("A");
    assertThat(shops.get("", "/t/globex" + SHOPS).names()).containsExactly("G");
    assertThat(shops.get("acme", "/t/acme" + SHOPS).names()).containsExactly("A");
  }

  @Test
  void writes_go_to_the_tenant_of_the_path() {
    shops.send("POST", "", "/t/globex" + SHOPS, "{\"name\":\"G2\"}").object();

    assertThat(shops.get("globex", SHOPS).names()).containsExactly("G", "G2");
    assertThat(shops.get("acme", SHOPS).names()).containsExactly("A");
  }

  @Test
  void without_a_tenant_nothing_is_looked_up() {
    assertThat(shops.get("", SHOPS).code(400)).isEqualTo("TENANT_MISSING");
    assertThat(shops.get("", "/api/Nothing?filter=%7Bbroken").code(400))
        .isEqualTo("TENANT_MISSING");
    assertThat(shops.send("POST", "", SHOPS, "{broken").code(400)).isEqualTo("TENANT_MISSING");
    assertThat(shops.get("", "/t//api/CoffeeShops").code(400)).isEqualTo("TENANT_MISSING");
  }

  @Test
  void an_unknown_tenant_is_told_before_an_unknown_model() {
    assertThat(shops.get("initech", "/api/Nothing").code(404)).isEqualTo("TENANT_UNKNOWN");
    assertThat(shops.get("initech", SHOPS).code(404)).isEqualTo("TENANT_UNKNOWN");
    assertThat(shops.get("", "/t/initech" + SHOPS).code(404)).isEqualTo("TENANT_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ACME", "acme'; DROP TABLE x", "../globex", "acme,globex", "public", "a b"})
  void what_is_no_name_of_a_tenant_is_refused(String name) {
    assertThat(shops.get(name, SHOPS).code(400)).isEqualTo("TENANT_INVALID");
  }

  @Test
  void a_header_and_a_path_that_disagree_are_refused() {
    assertThat(shops.get("acme", "/t/globex" + SHOPS).code(400)).isEqualTo("TENANT_INVALID");
  }

  @Test
  void two_headers_are_refused_even_when_they_agree() {
    Said said =
        shops.send(
            shops.request(SHOPS).header("X-Tenant-ID", "acme").header("X-Tenant-ID", "acme"));

    assertThat(said.code(400)).isEqualTo("TENANT_INVALID");
  }

  @Test
  void the_case_of_the_header_does_not_matter() {
    assertThat(shops.send(shops.request(SHOPS).header("x-tenant-id", "acme")).names())
        .containsExactly("A");
  }

  @Test
  void a_tenant_that_was_released_is_unknown_and_comes_back_when_onboarded() {
    shops.jongleur.tenant("acme").release();
    assertThat(shops.get("acme", SHOPS).status()).isEqualTo(404);
    assertThat(shops.get("globex", SHOPS).names()).containsExactly("G");

    shops.jongleur.onboard("acme");
    assertThat(shops.get("acme", SHOPS).status()).isEqualTo(200);
  }

  @Test
  void a_folded_tenant_unfolds_at_its_next_request() {
    shops.jongleur.tenant("acme").fold();

    assertThat(shops.get("acme", SHOPS).status()).isEqualTo(200);
    assertThat(shops.jongleur.tenant("acme").isUnfolded()).isTrue();
  }
}
