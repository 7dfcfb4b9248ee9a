package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.Model;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rows that are written as they are read. */
@Timeout(60)
class StreamRouteTest {
  private static final String STREAM = "/api/CoffeeShops/$stream";
  private static final int MANY = 2_000;

  private Shops shops;

  @BeforeEach
  void two_tenants_have_shops() {
    shops = Shops.open(RestSettings.builder().patience(Duration.ofMillis(500)).build());
    var _ = rows("acme").createAll(List.of(Map.of("name", "Ada"), Map.of("name", "Bob")));
    var _ = rows("globex").create(Map.of("name", "Globe", "secret", "x"));
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  private Model rows(String tenant) {
    return shops.jongleur.tenant(tenant).model("CoffeeShop");
  }

  private Said list(String tenant, String path) {
    return shops.send(
        shops.request(path).header("X-Tenant-ID", tenant).header("Accept", "application/json"));
  }

  /** Rows too large for all of them to wait between server and client. */
  private void many() {
    String large = "x".repeat(20_000);
    var _ =
        rows("acme")
            .createAll(IntStream.range(0, MANY).mapToObj(n -> Map.of("name", large + n)).toList());
  }

  private void awaitNoStream() {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() ->
            assertThat(shops.jongleur.registry().stats().leasesByKind())
                .doesNotContainKey("stream"));
  }

  @Test
  void each_row_is_a_line() {
    Said said = shops.get("acme", STREAM + "?filter[fields]=name&filter[order]=name%20DESC");
    assertThat(said.status()).isEqualTo(200);
    assertThat(said.headers().firstValue("Content-Type"))
        .contains("application/x-ndjson; charset=utf-8");
    assertThat(said.text()).isEqualTo("{\"name\":\"Bob\"}\n{\"name\":\"Ada\"}\n");
    assertThat(shops.get("globex", STREAM).text())
        .contains("Globe")
        .doesNotContain("secret", "Ada");
    assertThat(shops.get("globex", STREAM + "?filter[where][name]=nobody").text()).isEmpty();
  }

  @Test
  void it_is_a_list_for_who_takes_no_lines() {
    Said said = list("acme", STREAM + "?filter[fields]=name");
    assertThat(said.headers().firstValue("Content-Type"))
        .contains("application/json; charset=utf-8");
    assertThat(said.text()).isEqualTo("[{\"name\":\"Ada\"},{\"name\":\"Bob\"}]");
    assertThat(list("globex", STREAM + "?filter[where][name]=nobody").text()).isEqualTo("[]");
  }

  @Test
  void a_long_one_is_whole() {
    many();
    Said said = shops.get("acme", STREAM + "?filter[fields]=id&filter[include]=cups");
    assertThat(said.text().lines()).hasSize(MANY + 2);
    assertThat(list("acme", STREAM + "?filter[fields]=id").list()).hasSize(MANY + 2);
    awaitNoStream();
  }

  @Test
  void a_head_reads_nothing_to_its_end() {
    assertThat(shops.send("HEAD", "acme", STREAM, "").text()).isEmpty();
    assertThat(shops.send("HEAD", "globex", STREAM, "").status()).isEqualTo(200);
    awaitNoStream();
  }

  @Test
  void what_is_wrong_from_the_beginning_is_refused_as_elsewhere() {
    assertThat(shops.get("acme", STREAM + "?filter[where][secret]=x").code(400))
        .isEqualTo("INVALID_QUERY");
    assertThat(shops.get("nobody", STREAM).code(404)).isEqualTo("TENANT_UNKNOWN");
    shops.jongleur.tenant("acme").limits(TenantLimits.NONE.withRows(1));
    assertThat(shops.get("acme", STREAM).code(429)).isEqualTo("LIMIT_EXCEEDED");
    assertThat(list("acme", STREAM).code(429)).isEqualTo("LIMIT_EXCEEDED");
    assertThat(shops.get("globex", STREAM).status()).isEqualTo(200);
    awaitNoStream();
  }

  @Test
  void what_goes_wrong_later_is_told_in_the_last_line_and_the_answer_has_no_end()
      throws IOException {
    many();
    shops.jongleur.tenant("acme").limits(TenantLimits.NONE.withRows(250));
    String lines = Wire.say(shops.server.port(), "GET " + STREAM, "X-Tenant-ID: acme");
    assertThat(lines).startsWith("HTTP/1.1 200").contains("{\"error\":{\"statusCode\":429");
    assertThat(lines).doesNotEndWith("0\r\n\r\n");
    String list =
        Wire.say(
            shops.server.port(), "GET " + STREAM, "X-Tenant-ID: acme", "Accept: application/json");
    assertThat(list).startsWith("HTTP/1.1 200").doesNotContain("error").doesNotEndWith("]");
    assertThat(list).doesNotEndWith("0\r\n\r\n");
    awaitNoStream();
  }

  @Test
  void who_takes_nothing_is_cut_off_and_few_rows_were_read() throws IOException {
    many();
    var read = new AtomicInteger();
    var _ = rows("acme").observe(Hook.LOADED, _ -> read.incrementAndGet());
    try (var wire = new Wire(shops.server.port())) {
      wire.head("GET " + STREAM, "X-Tenant-ID: acme");
      await().until(() -> read.get() > 0);
      awaitNoStream();
    }
    assertThat(read).hasValueLessThan(MANY / 2);
    assertThat(shops.get("globex", STREAM).status()).isEqualTo(200);
  }

  @Test
  void when_the_client_goes_away_it_is_closed() throws IOException {
    many();
    var read = new AtomicInteger();
    var _ = rows("acme").observe(Hook.LOADED, _ -> read.incrementAndGet());
    try (var wire = new Wire(shops.server.port())) {
      wire.head("GET " + STREAM, "X-Tenant-ID: acme");
      await().until(() -> read.get() > 0);
    }
    awaitNoStream();
    assertThat(read).hasValueLessThan(MANY);
  }
}
