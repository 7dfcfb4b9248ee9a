package dev.jongleur.cli.serve;

import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Somebody who asks a service over HTTP, for one tenant; for none with an empty name. */
record Visitor(HttpClient http, int port, String tenant) implements AutoCloseable {
  record Answer(int status, Object body) {
    /** The values of a property in a list of rows. */
    List<Object> each(String property) {
      return ((List<?>) body)
          .stream().map(row -> Objects.requireNonNull(of(row, property))).toList();
    }

    Object value(String property) {
      return Objects.requireNonNull(of(body, property));
    }

    private static Object of(Object row, String property) {
      return Objects.requireNonNull(((Map<?, ?>) row).get(property), property);
    }
  }

  Visitor(int port, String tenant) {
    this(HttpClient.newHttpClient(), port, tenant);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofString(json));
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  private Answer send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/" + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .method(method, body);
    if (!tenant.isEmpty()) {
      request.header("X-Tenant-ID", tenant);
    }
    var response = http.send(request.build(), BodyHandlers.ofString());
    String text = response.body().isBlank() ? "{}" : response.body();
    Object read = JsonReader.of("The answer", 1 << 26, 100).read(text);
    return new Answer(response.statusCode(), Objects.requireNonNull(read));
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
