package dev.jongleur.server;

import static dev.jongleur.definition.PropertyOption.defaultTo;
import static dev.jongleur.definition.PropertyOption.required;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import dev.jongleur.Jongleur;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ModelSettings;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.ScalarType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * An application with coffee shops for the tenants acme and globex, served on a free port. Closing
 * it checks that nothing is left.
 */
final class Shops implements AutoCloseable {
  static final ModelDefinition SHOP =
      ModelDefinition.of(
          "CoffeeShop",
          shop ->
              shop.property("name", ScalarType.STRING, required())
                  .property("city", ScalarType.STRING, defaultTo("Berlin"))
                  .property("rating", ScalarType.NUMBER)
                  .property("open", ScalarType.BOOLEAN)
                  .property("since", ScalarType.DATE)
                  .property("secret", ScalarType.STRING)
                  .relation(Relation.hasMany("cups", "Cup", "shopId"))
                  .relation(Relation.hasOne("owner", "Owner", "shopId"))
                  .settings(ModelSettings.DEFAULT.withHidden(Set.of("secret"))));
  static final ModelDefinition CUP =
      ModelDefinition.of(
          "Cup",
          cup ->
              cup.property("size", ScalarType.STRING, required())
                  .property("shopId", ScalarType.NUMBER)
                  .relation(Relation.belongsTo("shop", "CoffeeShop", "shopId")));
  static final ModelDefinition OWNER =
      ModelDefinition.of(
          "Owner",
          owner -> owner.property("name", ScalarType.STRING).property("shopId", ScalarType.NUMBER));

  final Jongleur jongleur;
  final RestServer server;
  final HttpClient client = HttpClient.newHttpClient();

  private Shops(Jongleur jongleur, RestServer server) {
    this.jongleur = jongleur;
    this.server = server;
  }

  static Shops open() {
    return open(RestSettings.DEFAULT);
  }

  static Shops open(RestSettings settings) {
    return open(settings, Settings.of("memory"));
  }

  static Shops open(RestSettings settings, Settings store) {
    return open(settings, store, List.of(SHOP, CUP, OWNER));
  }

  /** Other models than coffee shops. */
  static Shops of(ModelDefinition... models) {
    return open(RestSettings.DEFAULT, Settings.of("memory"), List.of(models));
  }

  private static Shops open(RestSettings settings, Settings store, List<ModelDefinition> models) {
    Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", store)
            .blueprint(Blueprint.of("main", models))
            .build();
    jongleur.onboard("acme");
    jongleur.onboard("globex");
    return new Shops(jongleur, RestServer.start(jongleur, settings));
  }

  Said get(String tenant, String path) {
    return send("GET", tenant, path, "");
  }

  Said post(String tenant, String path, String body) {
    return send("POST", tenant, path, body);
  }

  /** Sends as JSON; an empty tenant sends no header, an empty body no body. */
  Said send(String verb, String tenant, String path, String body) {
    HttpRequest.Builder request = request(path);
    if (!tenant.isEmpty()) {
      request.header("X-Tenant-ID", tenant);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return send(
        request.method(
            verb, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .timeout(Duration.ofSeconds(20));
  }

  Said send(HttpRequest.Builder request) {
    try {
      return Said.of(client.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    server.close();
    jongleur.close();
    assertThat(jongleur.registry().stats().leases()).isZero();
    awaitNoThreadNamed("jongleur-rest", "WebServer socket", "server-@default-listener");
  }

  /** Waits until threads with such names have ended, virtual ones too. */
  static void awaitNoThreadNamed(String... names) {
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(threads()).doesNotContain(names));
  }

  /** Only a dump of all threads has the virtual ones. */
  private static String threads() throws IOException {
    Path dump = Files.createTempDirectory("jongleur").resolve("threads");
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
        .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
    String text = Files.readString(dump);
    Files.delete(dump);
    Files.delete(dump.getParent());
    return text;
  }
}
