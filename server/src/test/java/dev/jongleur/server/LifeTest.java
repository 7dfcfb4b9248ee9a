package dev.jongleur.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.error.DefinitionException;
import dev.jongleur.observer.Hook;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LifeTest {
  private Shops shops;

  @BeforeEach
  void open() {
    shops = Shops.open(RestSettings.builder().drain(Duration.ofSeconds(20)).build());
  }

  @AfterEach
  void nothing_is_left() {
    shops.close();
  }

  @Test
  void a_port_in_use_is_told_in_one_sentence() {
    RestSettings taken = RestSettings.builder().port(shops.server.port()).build();

    assertThatThrownBy(() -> RestServer.start(shops.jongleur, taken))
        .isInstanceOf(PortException.class)
        .hasMessage(
            "Cannot listen on 127.0.0.1 port " + shops.server.port() + ": Address already in use.");
  }

  @Test
  void a_host_that_is_not_ours_is_told_too() {
    RestSettings elsewhere = RestSettings.builder().host("192.0.2.1").build();

    assertThatThrownBy(() -> RestServer.start(shops.jongleur, elsewhere))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("192.0.2.1");
  }

  @Test
  void a_public_model_has_to_be_defined() {
    RestSettings wrong = RestSettings.builder().publicModel("Nothing").build();

    assertThatThrownBy(() -> RestServer.start(shops.jongleur, wrong))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("Nothing");
  }

  @Test
  void two_servers_serve_one_application() {
    try (var second = RestServer.start(shops.jongleur)) {
      assertThat(second.port()).isNotEqualTo(shops.server.port());
    }
    assertThat(shops.get("acme", "/api/Cups").status()).isEqualTo(200);
  }

  @Test
  void after_closing_nobody_listens_and_the_application_goes_on() {
    int port = shops.server.port();
    shops.server.close();
    shops.server.close();

    assertThatThrownBy(() -> new Wire(port)).isInstanceOf(ConnectException.class);
    assertThat(shops.jongleur.tenant("acme").model("CoffeeShop").count()).isZero();
  }

  @Test
  void idle_connections_do_not_hold_up_closing() throws IOException {
    shops.get("acme", "/api/Cups");
    long before = System.nanoTime();
    try (var _ = new Wire(shops.server.port());
        var half = new Wire(shops.server.port())) {
      half.send("GET /api/Cups HTTP/1.1\r\n");
      shops.server.close();
    }
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void a_request_in_flight_is_answered_before_it_closes() throws Exception {
    var begun = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    try (var _ =
            shops
                .jongleur
                .tenant("acme")
                .model("CoffeeShop")
                .observe(Hook.ACCESS, _ -> hold(begun, go));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var said =
          CompletableFuture.supplyAsync(() -> shops.get("acme", "/api/CoffeeShops"), threads);
      begun.await();
      var closing = CompletableFuture.runAsync(shops.server::close, threads);
      go.countDown();

      assertThat(said.get().status()).isEqualTo(200);
      closing.get();
    }
  }

  @Test
  void a_request_that_never_ends_is_given_up_at_the_deadline() throws Exception {
    var begun = new CountDownLatch(1);
    RestSettings hasty = RestSettings.builder().drain(Duration.ofMillis(200)).build();
    RestServer second = RestServer.start(shops.jongleur, hasty);
    try (var _ = new Quiet();
        var _ =
            shops
                .jongleur
                .tenant("acme")
                .model("CoffeeShop")
                .observe(Hook.ACCESS, _ -> hold(begun, new CountDownLatch(1)));
        var wire = new Wire(second.port())) {
      wire.head("GET /api/CoffeeShops", "X-Tenant-ID: acme");
      begun.await();
      long before = System.nanoTime();
      second.close();

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      assertThat(wire.answer()).doesNotContain("HTTP/1.1 200");
      Shops.awaitNoThreadNamed("WebServer socket");
    }
  }

  private static void hold(CountDownLatch begun, CountDownLatch go) {
    begun.countDown();
    try {
      go.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Given up.", e);
    }
  }
}
