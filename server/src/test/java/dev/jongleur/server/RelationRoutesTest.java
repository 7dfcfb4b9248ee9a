package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationRoutesTest {
  private static final String SHOPS = "/api/CoffeeShops";
  private static final String CUPS = SHOPS + "/1/cups";

  private Shops shops;

  @BeforeEach
  void each_tenant_has_a_shop_with_a_cup() {
    shops = Shops.open();
    for (String tenant : new String[] {"acme", "globex"}) {
      shops.post(tenant, SHOPS, "{\"name\":\"" + tenant + "\"}").object();
      shops.post(tenant, CUPS, "{\"size\":\"" + tenant + "\"}").object();
    }
  }

  @AfterEach
  void the_other_tenant_saw_nothing() {
    assertThat(shops.get("globex", CUPS).text())
        .isEqualTo("[{\"id\":1,\"size\":\"globex\",\"shopId\":1}]");
    shops.close();
  }

  @Test
  void what_is_related_is_found_and_counted() {
    shops.post("acme", CUPS, "[{\"size\":\"M\"},{\"size\":\"L\"}]").list();
    shops.post("acme", "/api/Cups", "{\"size\":\"L\",\"shopId\":7}").object();

    assertThat(shops.get("acme", CUPS).list()).hasSize(3);
    assertThat(shops.get("acme", CUPS + "?filter[where][size]=L").list()).hasSize(1);
    assertThat(shops.get("acme", CUPS + "/count").text()).isEqualTo("{\"count\":3}");
    assertThat(shops.get("acme", CUPS + "/count?where[size]=L").text()).isEqualTo("{\"count\":1}");
  }

  @Test
  void what_is_created_belongs_to_its_owner_whatever_it_says() {
    assertThat(shops.post("acme", CUPS, "{\"size\":\"S\",\"shopId\":99}").object())
        .isEqualTo(Map.of("id", 2L, "size", "S", "shopId", 1L));
  }

  @Test
  void of_several_the_bad_ones_are_told() {
    assertThat(shops.post("acme", CUPS, "[{\"size\":\"S\"},{}]").code(422))
        .isEqualTo("BULK_FAILED");
    assertThat(shops.get("acme", CUPS).list()).hasSize(2);
  }

  @Test
  void one_that_is_related_is_read_changed_and_removed_by_its_id() {
    assertThat(shops.get("acme", CUPS + "/1").object().get("size")).isEqualTo("acme");
    assertThat(shops.send("PUT", "acme", CUPS + "/1", "{\"size\":\"XL\"}").object().get("size"))
        .isEqualTo("XL");
    assertThat(shops.send("DELETE", "acme", CUPS + "/1", "").status()).isEqualTo(204);
    assertThat(shops.get("acme", CUPS + "/1").message(404))
        .isEqualTo("No instance with id 1 found for Cup");
  }

  @Test
  void what_is_related_to_another_is_not_found() {
    shops.post("acme", "/api/Cups", "{\"size\":\"L\",\"shopId\":7}").object();

    assertThat(shops.get("acme", CUPS + "/2").status()).isEqualTo(404);
    assertThat(shops.send("PUT", "acme", CUPS + "/2", "{\"size\":\"x\"}").status()).isEqualTo(404);
    assertThat(shops.send("DELETE", "acme", CUPS + "/2", "").status()).isEqualTo(404);
    assertThat(shops.get("acme", "/api/Cups/2").object().get("size")).isEqualTo("L");
  }

  @Test
  void a_change_does_not_give_a_row_to_another_owner() {
    assertThat(shops.send("PUT", "acme", CUPS + "/1", "{\"shopId\":7}").status()).isEqualTo(400);
    assertThat(shops.get("acme", CUPS).list()).hasSize(1);
  }

  @Test
  void all_that_is_related_is_removed_and_nothing_else() {
    shops.post("acme", "/api/Cups", "{\"size\":\"L\",\"shopId\":7}").object();

    Said said = shops.send("DELETE", "acme", CUPS, "");

    assertThat(said.status()).isEqualTo(204);
    assertThat(said.text()).isEmpty();
    assertThat(shops.get("acme", "/api/Cups").list()).hasSize(1);
  }

  @Test
  void a_relation_to_one_is_read_created_changed_and_removed() {
    String owner = SHOPS + "/1/owner";

    assertThat(shops.get("acme", owner).code(404)).isEqualTo("MODEL_NOT_FOUND");
    assertThat(shops.post("acme", owner, "{\"name\":\"Ada\"}").object().get("shopId"))
        .isEqualTo(1L);
    assertThat(shops.post("acme", owner, "{\"name\":\"Bob\"}").status()).isEqualTo(400);
    assertThat(shops.send("PUT", "acme", owner, "{\"name\":\"Eve\"}").object().get("name"))
        .isEqualTo("Eve");
    assertThat(shops.get("globex", owner).status()).isEqualTo(404);
    assertThat(shops.send("DELETE", "acme", owner, "").status()).isEqualTo(204);
    assertThat(shops.get("acme", owner).status()).isEqualTo(404);
  }

  @Test
  void where_a_row_belongs_is_only_read() {
    assertThat(shops.get("acme", "/api/Cups/1/shop").object().get("name")).isEqualTo("acme");
    assertThat(shops.post("acme", "/api/Cups/1/shop", "{}").status()).isEqualTo(404);
    assertThat(shops.send("DELETE", "acme", "/api/Cups/1/shop", "").status()).isEqualTo(404);
  }

  @Test
  void a_row_that_belongs_nowhere_answers_null() {
    shops.post("acme", "/api/Cups", "{\"size\":\"L\"}").object();

    assertThat(shops.get("acme", "/api/Cups/2/shop").value(200)).isNull();
  }

  @Test
  void an_owner_that_is_not_there_is_not_found() {
    assertThat(shops.get("acme", SHOPS + "/9/cups").message(404))
        .isEqualTo("could not find a model with id 9");
    assertThat(shops.post("acme", SHOPS + "/9/cups", "{\"size\":\"L\"}").status()).isEqualTo(404);
  }

  @Test
  void a_relation_that_is_not_defined_is_no_path() {
    assertThat(shops.get("acme", SHOPS + "/1/plates").message(404))
        .isEqualTo("Shared class \"CoffeeShop\" has no method handling GET /1/plates");
  }
}
