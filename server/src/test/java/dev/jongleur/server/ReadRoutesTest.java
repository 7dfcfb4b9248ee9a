package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadRoutesTest {
  private Shops shops;

  @BeforeEach
  void two_tenants_have_shops() {
    shops = Shops.open();
    shops.post("acme", "/api/CoffeeShops", "{\"name\":\"Mokka\",\"rating\":4}").object();
    shops.post("acme", "/api/CoffeeShops", "{\"name\":\"Bean\",\"rating\":2}").object();
    shops.post("globex", "/api/CoffeeShops", "{\"name\":\"Globe\",\"rating\":5}").object();
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  @Test
  void find_answers_the_rows_of_the_tenant_alone() {
    assertThat(shops.get("acme", "/api/CoffeeShops").names()).containsExactly("Mokka", "Bean");
    assertThat(shops.get("globex", "/api/CoffeeShops").names()).containsExactly("Globe");
  }

  @Test
  void answers_are_json_with_a_length() {
    Said said = shops.get("acme", "/api/CoffeeShops/1");

    assertThat(said.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(said.headers().firstValueAsLong("Content-Length")).isPresent();
  }

  @Test
  void find_by_id_answers_the_row_or_404() {
    assertThat(shops.get("acme", "/api/CoffeeShops/2").object().get("name")).isEqualTo("Bean");
    assertThat(shops.get("globex", "/api/CoffeeShops/2").code(404)).isEqualTo("MODEL_NOT_FOUND");
    assertThat(shops.get("acme", "/api/CoffeeShops/99").message(404))
        .isEqualTo("Unknown \"CoffeeShop\" id \"99\".");
  }

  @Test
  void find_by_id_takes_fields_of_a_filter() {
    String path = "/api/CoffeeShops/1?filter=%7B%22fields%22:%5B%22name%22%5D%7D";

    assertThat(shops.get("acme", path).text()).isEqualTo("{\"name\":\"Mokka\"}");
  }

  @Test
  void find_one_answers_the_first_or_404() {
    String path = "/api/CoffeeShops/findOne?filter[order]=rating&filter[where][rating][gt]=";

    assertThat(shops.get("acme", path + "1").object().get("name")).isEqualTo("Bean");
    assertThat(shops.get("globex", path + "1").object().get("name")).isEqualTo("Globe");
    assertThat(shops.get("acme", path + "4").code(404)).isEqualTo("MODEL_NOT_FOUND");
  }

  @Test
  void count_counts_what_matches() {
    assertThat(shops.get("acme", "/api/CoffeeShops/count").text()).isEqualTo("{\"count\":2}");
    assertThat(shops.get("globex", "/api/CoffeeShops/count").text()).isEqualTo("{\"count\":1}");
    assertThat(shops.get("acme", "/api/CoffeeShops/count?where[name]=Bean").text())
        .isEqualTo("{\"count\":1}");
  }

  @Test
  void exists_answers_true_or_false() {
    assertThat(shops.get("acme", "/api/CoffeeShops/2/exists").text())
        .isEqualTo("{\"exists\":true}");
    assertThat(shops.get("globex", "/api/CoffeeShops/2/exists").text())
        .isEqualTo("{\"exists\":false}");
  }

  @Test
  void a_head_answers_200_or_404_without_a_body() {
    Said there = shops.send("HEAD", "acme", "/api/CoffeeShops/2", "");
    Said elsewhere = shops.send("HEAD", "globex", "/api/CoffeeShops/2", "");

    assertThat(there.status()).isEqualTo(200);
    assertThat(elsewhere.status()).isEqualTo(404);
    assertThat(there.text() + elsewhere.text()).isEmpty();
  }

  @Test
  void a_head_of_a_list_is_the_get_without_its_body() {
    Said said = shops.send("HEAD", "acme", "/api/CoffeeShops", "");

    assertThat(said.status()).isEqualTo(200);
    assertThat(said.text()).isEmpty();
  }

  @Test
  void the_case_of_a_plural_does_not_matter_and_a_slash_at_the_end_neither() {
    assertThat(shops.get("acme", "/api/coffeeshops/").names()).hasSize(2);
  }

  @Test
  void an_id_may_hold_an_encoded_slash() {
    assertThat(shops.get("acme", "/api/CoffeeShops/a%2Fb").message(404))
        .isEqualTo("Unknown \"CoffeeShop\" id \"a/b\".");
  }

  @Test
  void hidden_properties_are_neither_shown_nor_asked_for() {
    shops.post("acme", "/api/CoffeeShops", "{\"name\":\"S\",\"secret\":\"x\"}");

    assertThat(shops.get("acme", "/api/CoffeeShops/3").object().containsKey("secret")).isFalse();
    assertThat(shops.get("acme", "/api/CoffeeShops?filter[where][secret]=x").code(400))
        .isEqualTo("INVALID_QUERY");
    assertThat(shops.get("acme", "/api/CoffeeShops?filter[order]=secret").status()).isEqualTo(400);
    assertThat(shops.get("acme", "/api/CoffeeShops/count?where[secret][gt]=a").status())
        .isEqualTo(400);
  }

  @Test
  void hidden_properties_of_included_rows_are_not_asked_for() {
    shops.post("acme", "/api/CoffeeShops/1/cups", "{\"size\":\"L\"}");
    String scope = "filter[include][relation]=shop&filter[include][scope][where][secret]=x";

    assertThat(shops.get("acme", "/api/Cups?" + scope).status()).isEqualTo(400);
  }

  @Test
  void a_relation_can_be_included() {
    shops.post("acme", "/api/CoffeeShops/1/cups", "{\"size\":\"L\"}");

    assertThat(shops.get("acme", "/api/CoffeeShops?filter[include]=cups").text())
        .contains("\"cups\":[{");
  }
}
