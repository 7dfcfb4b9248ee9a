package dev.jongleur.server.web;

import dev.jongleur.json.JsonWriter;
import io.helidon.common.socket.SocketOptions;
import io.helidon.http.DirectHandler;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.DirectHandler.TransportResponse;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http1.Http1Config;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/**
 * How the web server is set up: every path goes to one handler, all limits are finite, and what is
 * refused before it gets there has a body of the same form.
 *
 * @param maxBodyBytes the largest body that is served
 * @param maxPrologue the longest first line of a request
 * @param drain how long requests in flight may go on when it is stopped
 */
public record Listener(String host, int port, long maxBodyBytes, int maxPrologue, Duration drain) {
  /** Beyond the largest body: what is read and thrown away, so that the refusal is heard. */
  static final long SWALLOWED = 1024 * 1024;

  private static final int MOST_CONNECTIONS = 4096;
  private static final String JSON = "application/json; charset=utf-8";

  public WebServer build(Handler handler, Connections connections) {
    SocketOptions plain = SocketOptions.builder().tcpNoDelay(true).build();
    return WebServer.builder()
        .host(host)
        .port(port)
        .shutdownHook(false)
        .shutdownGracePeriod(drain)
        .maxTcpConnections(MOST_CONNECTIONS)
        .maxPayloadSize(maxBodyBytes + SWALLOWED)
        .connectionOptions(new WatchedSockets(plain, connections::accept))
        .directHandlers(refusals())
        .addProtocol(http1())
        .routing(routing -> routing.any(handler))
        .build();
  }

  /**
   * Paths and queries are decoded and judged by us: LoopBack's clients send brackets as they are.
   */
  private Http1Config http1() {
    return Http1Config.builder()
        .maxPrologueLength(maxPrologue)
        .validatePrologue(false)
        .validatePath(false)
        .build();
  }

  private static DirectHandlers refusals() {
    var handlers = DirectHandlers.builder();
    DirectHandler handler = (_, type, status, _, _) -> refusal(type, status);
    for (EventType type : EventType.values()) {
      handlers.addHandler(type, handler);
    }
    return handlers.build();
  }

  private static TransportResponse refusal(EventType type, Status status) {
    Map<String, Object> error =
        Map.of("statusCode", status.code(), "name", "Error", "message", status.reasonPhrase());
    return TransportResponse.builder()
        .status(status)
        .header(HeaderNames.CONTENT_TYPE, JSON)
        .keepAlive(type.keepAlive())
        .entity(JsonWriter.text(Map.of("error", error)).getBytes(StandardCharsets.UTF_8))
        .build();
  }
}
