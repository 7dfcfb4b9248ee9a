package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who keeps the server waiting is cut off; nobody holds a thread or a socket for ever. */
@Timeout(60)
class SlowClientTest {
  private static final String HEADERS = "X-Tenant-ID: acme\r\nContent-Type: application/json\r\n";

  private Shops shops;

  @BeforeEach
  void a_server_without_patience() {
    shops = Shops.open(RestSettings.builder().patience(Duration.ofMillis(300)).build());
  }

  @AfterEach
  void others_are_served_and_nothing_is_left() {
    assertThat(shops.get("acme", "/api/Cups").status()).isEqualTo(200);
    shops.close();
  }

  @Test
  void who_says_nothing_is_cut_off() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      assertThat(wire.answer()).isEmpty();
    }
  }

  @Test
  void who_sends_half_a_header_is_cut_off() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.send("GET /api/CoffeeShops HTTP/1.1\r\nHost: local");

      assertThat(wire.answer()).isEmpty();
    }
  }

  @Test
  void who_sends_half_a_body_is_cut_off() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head("POST /api/CoffeeShops", HEADERS + "Content-Length: 100");
      wire.send("{\"name\":");

      assertThat(wire.answer()).doesNotContain("HTTP/1.1 200");
    }
    assertThat(shops.get("acme", "/api/CoffeeShops").list()).isEmpty();
  }

  @Test
  void who_trickles_a_body_is_cut_off() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head("POST /api/CoffeeShops", HEADERS + "Content-Length: 1000000");
      long sent = 0;
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      try {
        while (System.nanoTime() < end) {
          wire.send(" ");
          sent++;
        }
      } catch (IOException _) {
        // Cut off, as it should be.
      }

      assertThat(System.nanoTime()).isLessThan(end);
      assertThat(sent).isLessThan(1_000_000);
    }
  }

  @Test
  void who_does_not_take_the_answer_is_cut_off() throws IOException {
    String large = "{\"name\":\"" + "x".repeat(1_000_000) + "\"}";
    for (int i = 0; i < 16; i++) {
      shops.post("acme", "/api/CoffeeShops", large).object();
    }
    try (var wire = new Wire(shops.server.port())) {
      wire.head("GET /api/CoffeeShops", HEADERS);
      Shops.awaitNoThreadNamed("WebServer socket");

      assertThat(wire.answer().length()).isLessThan(16_000_000);
    }
  }

  @Test
  void a_connection_that_is_kept_without_use_is_closed() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head("GET /health", "Accept: */*");

      assertThat(wire.answer()).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"UP\"}");
    }
  }
}
