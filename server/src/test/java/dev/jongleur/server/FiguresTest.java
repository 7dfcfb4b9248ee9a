package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.policy.TenantLimits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is told about rows: figures of groups, the values there are, how a question is answered. */
class FiguresTest {
  private static final String SHOPS = "/api/CoffeeShops";

  private Shops shops;

  @BeforeEach
  void two_tenants_have_shops() {
    shops = Shops.open(RestSettings.builder().explain(true).build());
    shops.post("acme", SHOPS, "{\"name\":\"a\",\"city\":\"Porto\",\"rating\":4}").object();
    shops.post("acme", SHOPS, "{\"name\":\"b\",\"city\":\"Porto\",\"rating\":2}").object();
    shops.post("acme", SHOPS, "{\"name\":\"c\",\"city\":\"Lyon\",\"rating\":5}").object();
    shops.post("globex", SHOPS, "{\"name\":\"d\",\"city\":\"Graz\",\"rating\":1}").object();
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  private static String json(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void figures_are_of_the_tenants_own_rows() {
    String asked =
        SHOPS
            + "/$aggregate?aggregate="
            + json(
                "{\"groupBy\":[\"city\"],\"count\":true,\"avg\":{\"stars\":\"rating\"},"
                    + "\"order\":\"count DESC\"}");
    assertThat(shops.get("acme", asked).text())
        .isEqualTo(
            "[{\"city\":\"Porto\",\"count\":2,\"stars\":3},"
                + "{\"city\":\"Lyon\",\"count\":1,\"stars\":5}]");
    assertThat(shops.get("globex", asked).text())
        .isEqualTo("[{\"city\":\"Graz\",\"count\":1,\"stars\":1}]");
  }

  @Test
  void an_aggregate_may_be_in_brackets() {
    String asked =
        SHOPS + "/$aggregate?aggregate[where][city]=Porto&aggregate[sum]=rating&aggregate[count]=*";
    assertThat(shops.get("acme", asked).list())
        .isEqualTo(List.of(Map.of("count", 2L, "sum_rating", 6L)));
  }

  @Test
  void figures_that_cannot_be_had_are_refused() {
    for (String bad :
        List.of("{\"groupBy\":\"secret\"}", "{\"sum\":\"secret\"}", "{\"most\":1}", "[1]")) {
      assertThat(shops.get("acme", SHOPS + "/$aggregate?aggregate=" + json(bad)).code(400))
          .as(bad)
          .isEqualTo("INVALID_QUERY");
    }
    shops.jongleur.tenant("acme").limits(TenantLimits.NONE.withRows(1));
    String groups = SHOPS + "/$aggregate?aggregate[groupBy]=city&aggregate[count]=*";
    assertThat(shops.get("acme", groups).code(429)).isEqualTo("LIMIT_EXCEEDED");
    assertThat(shops.get("globex", groups).list()).hasSize(1);
  }

  @Test
  void the_values_that_there_are_each_once() {
    String cities = SHOPS + "/$distinct?property=city";
    assertThat(shops.get("acme", cities).text()).isEqualTo("[\"Lyon\",\"Porto\"]");
    assertThat(shops.get("acme", cities + "&filter[where][rating][lt]=5").text())
        .isEqualTo("[\"Porto\"]");
    assertThat(shops.get("globex", cities).text()).isEqualTo("[\"Graz\"]");
    assertThat(shops.get("acme", SHOPS + "/$distinct").code(400)).isEqualTo("INVALID_QUERY");
    assertThat(shops.get("acme", SHOPS + "/$distinct?property=secret").status()).isEqualTo(400);
  }

  @Test
  void how_a_question_is_answered_is_told_where_that_is_allowed() {
    Map<?, ?> told = shops.get("acme", SHOPS + "/$explain?filter[where][id]=2").object();
    assertThat(told.get("returned")).isEqualTo(1L);
    assertThat(told.get("indexes")).isEqualTo(List.of("id"));
    assertThat(shops.get("acme", SHOPS + "/$explain?filter[where][secret]=x").status())
        .isEqualTo(400);
    assertThat(shops.get("globex", SHOPS + "/$explain").object().get("examined")).isEqualTo(1L);
  }

  @Test
  void by_default_it_is_not_allowed() {
    shops.close();
    shops = Shops.open();
    assertThat(shops.get("acme", SHOPS + "/$explain").status()).isEqualTo(404);
    assertThat(shops.get("globex", SHOPS + "/$explain").status()).isEqualTo(404);
  }
}
