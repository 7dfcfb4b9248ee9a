package dev.jongleur.server.web;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/**
 * A handler that is forgotten when the server is closed. The web server keeps a timer thread for
 * ever, which holds its routing: through this it does not hold the application.
 */
public final class UntilClosed implements Handler, AutoCloseable {
  private volatile Handler handler;

  public UntilClosed(Handler handler) {
    this.handler = handler;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) throws Exception {
    handler.handle(request, response);
  }

  @Override
  public void close() {
    handler = (_, response) -> response.status(503).send();
  }
}
