package dev.jongleur.server;

import dev.jongleur.Jongleur;
import dev.jongleur.server.web.Connections;
import dev.jongleur.server.web.Listener;
import dev.jongleur.server.web.UntilClosed;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An application served over HTTP, with the paths, answers and errors of LoopBack 3. It does not
 * own the application: close this first, then that. Thread-safe.
 */
public final class RestServer implements AutoCloseable {
  /** Room in a request's first line for the path, beside the filter. */
  private static final int PATH_CHARS = 8 * 1024;

  /** What a character of a filter takes at most, in UTF-8 with percent signs. */
  private static final int BYTES_PER_CHAR = 9;

  private final WebServer server;
  private final UntilClosed entrance;
  private final Connections connections;
  private final int port;
  private final AtomicBoolean closed = new AtomicBoolean();

  private RestServer(WebServer server, UntilClosed entrance, Connections connections) {
    this.server = server;
    this.entrance = entrance;
    this.connections = connections;
    this.port = server.port();
  }

  /**
   * Serves an application until it is closed.
   *
   * @throws PortException when the port cannot be had
   * @throws dev.jongleur.error.DefinitionException when a public model is not defined, or two have
   *     one path
   */
  public static RestServer start(Jongleur jongleur, RestSettings settings) {
    PublicModels models = PublicModels.of(jongleur.blueprint(), settings.publicModels());
    tryPort(settings);
    var connections = new Connections(settings.patience());
    var front = new FrontPage(models, settings, Instant.now());
    var entrance = new UntilClosed(new Entrance(jongleur, settings, front, connections));
    WebServer server = listener(settings).build(entrance, connections).start();
    if (!server.isRunning()) {
      throw new PortException(settings.host(), settings.port(), "see the log");
    }
    connections.start();
    return new RestServer(server, entrance, connections);
  }

  public static RestServer start(Jongleur jongleur) {
    return start(jongleur, RestSettings.DEFAULT);
  }

  /** The port it listens on. */
  public int port() {
    return port;
  }

  /**
   * Stops listening, lets requests in flight finish for as long as the settings say, and closes
   * every connection. Doing it again does nothing.
   */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      connections.drain();
      server.stop();
      connections.close();
      entrance.close();
    }
  }

  private static Listener listener(RestSettings settings) {
    return new Listener(
        settings.host(),
        settings.port(),
        settings.maxBodyBytes(),
        settings.maxFilterChars() * BYTES_PER_CHAR + PATH_CHARS,
        settings.drain());
  }

  /** The web server only logs that it did not start; this says why. */
  private static void tryPort(RestSettings settings) {
    var address = new InetSocketAddress(settings.host(), settings.port());
    try (var socket = new ServerSocket()) {
      if (address.isUnresolved()) {
        throw new PortException(settings.host(), settings.port(), "there is no such address");
      }
      socket.setReuseAddress(true);
      socket.bind(address);
    } catch (IOException e) {
      throw new PortException(settings.host(), settings.port(), String.valueOf(e.getMessage()));
    }
  }
}
