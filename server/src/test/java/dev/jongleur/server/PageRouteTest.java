package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.policy.TenantLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows a page at a time, by bookmarks. */
class PageRouteTest {
  private static final String PAGE = "/api/CoffeeShops/$page";
  private static final String BY_RATING = PAGE + "?filter[order]=rating&filter[limit]=2";

  private Shops shops;

  @BeforeEach
  void two_tenants_have_shops() {
    shops = Shops.open();
    for (int i = 1; i <= 5; i++) {
      shops.post("acme", "/api/CoffeeShops", "{\"name\":\"s" + i + "\",\"rating\":" + i + "}");
    }
    shops.post("globex", "/api/CoffeeShops", "{\"name\":\"Globe\",\"rating\":3,\"secret\":\"x\"}");
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  private static List<String> names(Map<?, ?> page) {
    var names = new ArrayList<String>();
    for (Object row : (List<?>) Objects.requireNonNull(page.get("rows"))) {
      names.add(String.valueOf(((Map<?, ?>) row).get("name")));
    }
    return names;
  }

  private Map<?, ?> after(String tenant, Map<?, ?> page) {
    return shops.get(tenant, BY_RATING + "&after=" + page.get("next")).object();
  }

  @Test
  void a_page_tells_where_the_next_one_begins() {
    Map<?, ?> first = shops.get("acme", BY_RATING).object();
    Map<?, ?> second = after("acme", first);
    Map<?, ?> third = after("acme", second);
    assertThat(names(first)).containsExactly("s1", "s2");
    assertThat(names(second)).containsExactly("s3", "s4");
    assertThat(names(third)).containsExactly("s5");
    assertThat(third.get("next")).isNull();
  }

  @Test
  void a_bookmark_of_one_tenant_shows_another_its_own_rows_alone() {
    Map<?, ?> first = shops.get("acme", BY_RATING).object();
    assertThat(names(after("globex", first))).containsExactly("Globe");
  }

  @Test
  void hidden_properties_are_not_shown_and_make_no_order() {
    assertThat(shops.get("globex", PAGE + "?filter[limit]=1").text()).doesNotContain("secret");
    assertThat(shops.get("globex", PAGE + "?filter[limit]=1&filter[order]=secret").code(400))
        .isEqualTo("INVALID_QUERY");
  }

  @Test
  void what_is_no_page_is_refused() {
    assertThat(shops.get("acme", PAGE).message(400)).contains("\"CoffeeShop\" needs a limit");
    assertThat(shops.get("acme", BY_RATING + "&after=no%20bookmark").status()).isEqualTo(400);
    assertThat(shops.get("acme", BY_RATING + "&filter[skip]=1").status()).isEqualTo(400);
    String other = "?filter[order]=name&filter[limit]=2&after=";
    Object bookmark = shops.get("acme", BY_RATING).object().get("next");
    assertThat(shops.get("acme", PAGE + other + bookmark).status()).isEqualTo(400);
  }

  @Test
  void a_page_larger_than_a_tenant_may_ask_for_is_refused() {
    shops.jongleur.tenant("acme").limits(TenantLimits.NONE.withRows(1));
    assertThat(shops.get("acme", BY_RATING).code(429)).isEqualTo("LIMIT_EXCEEDED");
    assertThat(shops.get("globex", BY_RATING).object().get("next")).isNull();
  }
}
