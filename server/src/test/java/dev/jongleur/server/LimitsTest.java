package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Tenant;
import dev.jongleur.error.LimitException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is over a limit is told with 429, and when to come again. */
class LimitsTest {
  private static final String PATH = "/api/CoffeeShops";

  private final Shops shops = Shops.open();
  private final Tenant acme = shops.jongleur.tenant("acme");

  @AfterEach
  void close() {
    shops.close();
  }

  private void create(String tenant, int count) {
    for (int i = 0; i < count; i++) {
      shops.post(tenant, PATH, "{\"name\":\"s" + i + "\"}").object();
    }
  }

  /** Every question of acme is over a limit for so long. */
  private void refuse(Duration retryAfter) {
    var _ =
        acme.model("CoffeeShop")
            .observe(
                Hook.ACCESS,
                _ -> {
                  throw new LimitException("operationsPerSecond", "Too soon.", retryAfter);
                });
  }

  @Test
  void more_rows_than_may_be_are_refused_and_waiting_does_not_help() {
    create("acme", 3);
    create("globex", 3);
    acme.limits(TenantLimits.NONE.withRows(2));
    Said said = shops.get("acme", PATH);
    Map<?, ?> error = said.error(429);
    assertThat(error.get("name")).isEqualTo("Error");
    assertThat(error.get("code")).isEqualTo("LIMIT_EXCEEDED");
    assertThat(error.get("message"))
        .isEqualTo("The answer has more than 2 rows of \"CoffeeShop\": ask for fewer.");
    assertThat(error.get("details")).isEqualTo(Map.of("limit", "rows", "retryAfterMillis", 0L));
    assertThat(said.headers().firstValue("Retry-After")).isEmpty();
    assertThat(shops.get("acme", PATH + "?filter[limit]=2").list()).hasSize(2);
    assertThat(shops.get("globex", PATH).list()).hasSize(3);
  }

  @Test
  void when_to_come_again_is_told_in_whole_seconds_rounded_up() {
    refuse(Duration.ofMillis(1_001));
    Said said = shops.get("acme", PATH);
    assertThat(said.error(429).get("details"))
        .isEqualTo(Map.of("limit", "operationsPerSecond", "retryAfterMillis", 1_001L));
    assertThat(said.headers().firstValue("Retry-After")).contains("2");
    assertThat(shops.get("globex", PATH).list()).isEmpty();
  }

  @Test
  void too_many_requests_are_refused() {
    acme.limits(TenantLimits.NONE.withOperationsPerSecond(1, 1));
    // One a second is let in; however slow this machine is, some of these come sooner.
    Said said = shops.get("acme", PATH);
    for (int i = 0; i < 50 && said.status() == 200; i++) {
      said = shops.get("acme", PATH);
    }
    assertThat(said.code(429)).isEqualTo("LIMIT_EXCEEDED");
    assertThat(said.headers().firstValue("Retry-After")).contains("1");
    assertThat(shops.get("globex", PATH).list()).isEmpty();
  }

  @Test
  void a_moment_is_a_second() {
    refuse(Duration.ofNanos(1));
    Said said = shops.get("acme", PATH);
    assertThat(said.status()).isEqualTo(429);
    assertThat(said.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void includes_that_are_too_deep_are_refused() {
    create("acme", 1);
    acme.limits(TenantLimits.NONE.withIncludeDepth(1));
    assertThat(shops.get("acme", PATH + "?filter[include]=cups").list()).hasSize(1);
    String deep = "%7B%22include%22:%7B%22cups%22:%22shop%22%7D%7D";
    assertThat(shops.get("acme", PATH + "?filter=" + deep).message(429))
        .isEqualTo("Includes may be nested 1 deep: include less.");
  }

  @Test
  void nobody_works_for_a_suspended_tenant() {
    create("acme", 1);
    acme.suspend();
    Said said = shops.get("acme", PATH);
    assertThat(said.code(403)).isEqualTo("TENANT_SUSPENDED");
    assertThat(said.headers().firstValue("Retry-After")).isEmpty();
    assertThat(shops.get("globex", PATH).list()).isEmpty();
    acme.resume();
    assertThat(shops.get("acme", PATH).list()).hasSize(1);
  }
}
