package dev.jongleur.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Tenant;
import dev.jongleur.observer.Hook;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteRoutesTest {
  private static final String SHOPS = "/api/CoffeeShops";

  private Shops shops;

  @BeforeEach
  void each_tenant_has_a_shop() {
    shops = Shops.open();
    shops.post("acme", SHOPS, "{\"name\":\"Mokka\",\"rating\":4}").object();
    shops.post("globex", SHOPS, "{\"name\":\"Globe\",\"rating\":4}").object();
  }

  /** Whatever a test did to acme, globex has what it had. */
  @AfterEach
  void the_other_tenant_saw_nothing() {
    assertThat(shops.get("globex", SHOPS).text())
        .isEqualTo("[{\"id\":1,\"name\":\"Globe\",\"city\":\"Berlin\",\"rating\":4}]");
    shops.close();
  }

  @Test
  void an_object_is_created_and_answered_with_its_id_and_defaults() {
    Said said = shops.post("acme", SHOPS, "{\"name\":\"Bean\"}");

    assertThat(said.object()).isEqualTo(Map.of("id", 2L, "name", "Bean", "city", "Berlin"));
  }

  @Test
  void a_list_is_created_item_by_item() {
    Said said = shops.post("acme", SHOPS, "[{\"name\":\"A\"},{\"name\":\"B\"}]");

    assertThat(said.names()).containsExactly("A", "B");
  }

  @Test
  void of_a_list_what_is_valid_is_stored_and_the_rest_is_told() {
    Map<?, ?> error = shops.post("acme", SHOPS, "[{\"name\":\"A\"},{}]").error(422);

    List<?> details = (List<?>) requireNonNull(error.get("details"));
    assertThat(details).hasSize(2);
    assertThat(details.getFirst()).isNull();
    assertThat(((Map<?, ?>) requireNonNull(details.get(1))).get("code"))
        .isEqualTo("VALIDATION_FAILED");
    assertThat(shops.get("acme", SHOPS + "/count").text()).isEqualTo("{\"count\":2}");
  }

  @Test
  void what_is_not_valid_is_refused_with_its_codes() {
    Map<?, ?> error = shops.post("acme", SHOPS, "{\"city\":\"Bonn\"}").error(422);

    assertThat(error.get("name")).isEqualTo("ValidationError");
    assertThat(error.get("code")).isEqualTo("VALIDATION_FAILED");
    Map<?, ?> details = (Map<?, ?>) requireNonNull(error.get("details"));
    assertThat(details.get("codes")).isEqualTo(Map.of("name", List.of("presence")));
    assertThat(String.valueOf(error.get("message"))).startsWith("The `CoffeeShop` instance is not");
  }

  @Test
  void an_empty_body_creates_with_defaults() {
    assertThat(shops.post("acme", "/api/Owners", "").object()).isEqualTo(Map.of("id", 1L));
  }

  @Test
  void put_replaces_the_whole_row() {
    Said said = shops.send("PUT", "acme", SHOPS, "{\"id\":1,\"name\":\"New\"}");

    assertThat(said.object().get("name")).isEqualTo("New");
    assertThat(shops.get("acme", SHOPS + "/1").object().containsKey("rating")).isFalse();
  }

  @Test
  void post_replace_or_create_replaces_or_creates() {
    shops.post("acme", SHOPS + "/replaceOrCreate", "{\"id\":1,\"name\":\"New\"}").object();
    shops.post("acme", SHOPS + "/replaceOrCreate", "{\"name\":\"Second\"}").object();

    assertThat(shops.get("acme", SHOPS).names()).containsExactly("New", "Second");
  }

  @Test
  void patch_patches_or_creates() {
    shops.send("PATCH", "acme", SHOPS, "{\"id\":1,\"name\":\"New\"}").object();
    shops.send("PATCH", "acme", SHOPS, "{\"name\":\"Second\"}").object();

    assertThat(shops.get("acme", SHOPS).names()).containsExactly("New", "Second");
    assertThat(shops.get("acme", SHOPS + "/1").object().get("rating")).isEqualTo(4L);
  }

  @Test
  void put_and_post_replace_an_id() {
    shops.send("PUT", "acme", SHOPS + "/1", "{\"name\":\"Put\"}").object();
    assertThat(shops.get("acme", SHOPS + "/1").object().containsKey("rating")).isFalse();

    Said said = shops.post("acme", SHOPS + "/1/replace", "{\"name\":\"Posted\"}");
    assertThat(said.object().get("name")).isEqualTo("Posted");
    assertThat(shops.send("PUT", "acme", SHOPS + "/9", "{\"name\":\"x\"}").status()).isEqualTo(404);
  }

  @Test
  void patch_of_an_id_changes_what_is_named() {
    Said said = shops.send("PATCH", "acme", SHOPS + "/1", "{\"city\":\"Bonn\"}");

    assertThat(said.object())
        .isEqualTo(Map.of("id", 1L, "name", "Mokka", "city", "Bonn", "rating", 4L));
    Said unknown = shops.send("PATCH", "acme", SHOPS + "/99", "{\"city\":\"Bonn\"}");
    assertThat(unknown.message(404)).isEqualTo("could not find a model with id 99");
    assertThat(unknown.code(404)).isEqualTo("MODEL_NOT_FOUND");
  }

  @Test
  void upsert_with_where_patches_the_match_or_creates() {
    String path = SHOPS + "/upsertWithWhere?where[name]=";

    shops.post("acme", path + "Mokka", "{\"name\":\"Mokka\",\"city\":\"Bonn\"}").object();
    shops.post("acme", path + "Other", "{\"name\":\"Other\"}").object();

    assertThat(shops.get("acme", SHOPS).names()).containsExactly("Mokka", "Other");
    assertThat(shops.get("acme", SHOPS + "/1").object().get("city")).isEqualTo("Bonn");
  }

  @Test
  void update_changes_what_matches_and_without_where_all() {
    shops.post("acme", SHOPS, "{\"name\":\"Bean\"}").object();

    assertThat(shops.post("acme", SHOPS + "/update?where[name]=Bean", "{\"city\":\"B\"}").text())
        .isEqualTo("{\"count\":1}");
    assertThat(shops.post("acme", SHOPS + "/update", "{\"city\":\"Ulm\"}").text())
        .isEqualTo("{\"count\":2}");
    assertThat(shops.get("acme", SHOPS + "/count?where[city]=Ulm").text())
        .isEqualTo("{\"count\":2}");
  }

  @Test
  void delete_answers_how_many() {
    assertThat(shops.send("DELETE", "acme", SHOPS + "/1", "").text()).isEqualTo("{\"count\":1}");
    assertThat(shops.send("DELETE", "acme", SHOPS + "/1", "").text()).isEqualTo("{\"count\":0}");
    assertThat(shops.get("acme", SHOPS).list()).isEmpty();
  }

  @Test
  void the_rows_of_a_model_cannot_be_deleted_at_once() {
    assertThat(shops.send("DELETE", "acme", SHOPS, "").message(404))
        .isEqualTo("Shared class \"CoffeeShop\" has no method handling DELETE /");
  }

  @Test
  void a_date_comes_back_as_iso_text() {
    Said said = shops.post("acme", SHOPS, "{\"name\":\"D\",\"since\":\"2020-02-03\"}");

    assertThat(said.object().get("since")).isEqualTo("2020-02-03T00:00:00.000Z");
  }

  @Test
  void the_current_tenant_is_bound_where_observers_are_called() {
    var seen = new ConcurrentLinkedQueue<String>();
    try (var _ =
        shops
            .jongleur
            .tenant("acme")
            .model("CoffeeShop")
            .observe(Hook.BEFORE_SAVE, _ -> seen.add(Tenant.current().name()))) {
      shops.post("acme", SHOPS, "{\"name\":\"A\"}").object();
    }
    assertThat(seen).containsExactly("acme");
  }

  @Test
  void what_an_observer_throws_is_not_told() {
    try (var _ = new Quiet();
        var _ =
            shops
                .jongleur
                .tenant("acme")
                .model("CoffeeShop")
                .observe(
                    Hook.BEFORE_SAVE,
                    _ -> {
                      throw new IllegalStateException("password=hunter2");
                    })) {
      Said said = shops.post("acme", SHOPS, "{\"name\":\"A\"}");

      assertThat(said.message(500)).isEqualTo("Internal Server Error");
      assertThat(said.text()).contains("errorId").doesNotContain("hunter2", "IllegalState");
    }
  }
}
