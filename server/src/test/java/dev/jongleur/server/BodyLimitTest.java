package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However large a body is or says it is, little of it is ever taken in. */
class BodyLimitTest {
  private static final String POST = "POST /api/CoffeeShops";
  private static final String HEADERS = "X-Tenant-ID: acme\r\nContent-Type: application/json\r\n";
  private static final long GIB = 1L << 30;

  private Shops shops;

  @BeforeEach
  void each_tenant_has_a_shop() {
    shops = Shops.open();
    shops.post("acme", "/api/CoffeeShops", "{\"name\":\"A\"}").object();
    shops.post("globex", "/api/CoffeeShops", "{\"name\":\"G\"}").object();
  }

  @AfterEach
  void the_service_goes_on_as_before() {
    assertThat(shops.get("acme", "/api/CoffeeShops").names()).containsExactly("A");
    assertThat(shops.get("globex", "/api/CoffeeShops").names()).containsExactly("G");
    shops.close();
  }

  @Test
  void a_body_that_says_it_is_too_large_is_refused_before_it_is_sent() throws IOException {
    for (long length : new long[] {1024 * 1024 + 1, 3 * 1024 * 1024, GIB, 100 * GIB}) {
      try (var wire = new Wire(shops.server.port())) {
        wire.head(POST, HEADERS + "Expect: 100-continue\r\nContent-Length: " + length);

        assertThat(wire.answer()).startsWith("HTTP/1.1 413").contains("\"statusCode\":413");
      }
    }
  }

  @Test
  void a_gigabyte_in_chunks_is_cut_off_early() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head(POST, HEADERS + "Transfer-Encoding: chunked");
      wire.send("9\r\n{\"name\":\"\r\n");
      long sent = sendUntilCut(wire, "10000\r\n" + "x".repeat(0x10000) + "\r\n");

      assertThat(sent).isLessThan(32 * 1024 * 1024);
      assertThat(wire.answer())
          .startsWith("HTTP/1.1 413")
          .contains("The body is larger than 1048576 bytes.");
    }
  }

  @Test
  void a_gigabyte_that_was_announced_is_cut_off_early() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head(POST, HEADERS + "Content-Length: " + GIB);

      assertThat(sendUntilCut(wire, "x".repeat(0x10000))).isLessThan(32 * 1024 * 1024);
    }
  }

  @Test
  void a_single_chunk_of_a_gigabyte_is_refused_by_its_size() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head(POST, HEADERS + "Transfer-Encoding: chunked");
      wire.send("40000000\r\n{");

      assertThat(wire.answer()).startsWith("HTTP/1.1 413").contains("PayloadTooLargeError");
    }
  }

  @Test
  void a_body_slightly_too_large_is_refused_and_the_refusal_heard() {
    Said said =
        shops.post("acme", "/api/CoffeeShops", "{\"name\":\"" + "x".repeat(1024 * 1024) + "\"}");

    assertThat(said.code(413)).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void what_follows_a_refused_body_is_never_taken_for_a_request() throws IOException {
    String hidden = "DELETE /api/CoffeeShops/1 HTTP/1.1\r\nHost: x\r\nX-Tenant-ID: acme\r\n\r\n";
    try (var wire = new Wire(shops.server.port())) {
      wire.head(POST, HEADERS + "Content-Length: " + 1_200_000);
      wire.send(hidden.repeat(100));

      assertThat(wire.answer().split("HTTP/1.1 ")).hasSize(2);
    }
  }

  @Test
  void chunks_that_are_no_chunks_are_refused() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head(POST, HEADERS + "Transfer-Encoding: chunked");
      wire.send("zz\r\nxx\r\n");

      assertThat(wire.answer()).startsWith("HTTP/1.1 400").contains("\"statusCode\":400");
    }
  }

  @Test
  void a_refused_body_within_the_limit_leaves_the_connection_as_it_is() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head(POST, HEADERS + "Content-Length: 7");
      wire.send("{broken");
      wire.head("POST /api/Nothing", HEADERS + "Content-Length: 2");
      wire.send("{}");
      wire.head("GET /api/CoffeeShops/1", "X-Tenant-ID: acme\r\nConnection: close");

      String answers = wire.answer();
      assertThat(answers.split("HTTP/1.1 ")).hasSize(4);
      assertThat(answers).contains("HTTP/1.1 400", "HTTP/1.1 404", "HTTP/1.1 200");
    }
  }

  @Test
  void a_chunked_body_within_the_limit_is_served() throws IOException {
    try (var wire = new Wire(shops.server.port())) {
      wire.head(
          "PATCH /api/CoffeeShops/1", HEADERS + "Transfer-Encoding: chunked\r\nConnection: close");
      wire.send("8\r\n{\"city\":\r\n7\r\n\"Bonn\"}\r\n0\r\n\r\n");

      assertThat(wire.answer()).startsWith("HTTP/1.1 200").contains("Bonn");
    }
  }

  /** Sends a gigabyte of this, or what is taken of it; answers how much that was. */
  private static long sendUntilCut(Wire wire, String part) throws IOException {
    long sent = 0;
    try {
      while (sent < GIB) {
        wire.send(part);
        sent += part.length();
      }
    } catch (SocketException _) {
      // Cut off.
    }
    return sent;
  }
}
