package dev.jongleur.server;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.error.LimitException;
import dev.jongleur.json.JsonReader;
import dev.jongleur.server.web.Connection;
import dev.jongleur.server.web.Connections;
import dev.jongleur.server.web.RefusedException;
import dev.jongleur.server.web.Reply;
import dev.jongleur.server.web.RequestBody;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where every request comes in, on its own virtual thread: first what the path is about, then the
 * tenant, then the model and the route, and only the route reads the filter and the body.
 */
final class Entrance implements Handler {
  private static final Logger LOG = System.getLogger(Entrance.class.getName());
  private static final int MAX_BODY_DEPTH = 100;

  private final Jongleur jongleur;
  private final RestSettings settings;
  private final FrontPage front;
  private final Routes routes;
  private final Connections connections;
  private final JsonReader bodies;
  private final HeaderName tenantHeader;

  Entrance(Jongleur jongleur, RestSettings settings, FrontPage front, Connections connections) {
    this.jongleur = jongleur;
    this.settings = settings;
    this.front = front;
    this.routes = Routes.of(settings);
    this.connections = connections;
    this.bodies = JsonReader.of("The body", settings.maxBodyBytes(), MAX_BODY_DEPTH);
    this.tenantHeader = HeaderNames.create(settings.tenantHeader());
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    Connection connection = connections.of(request.remotePeer().address());
    connection.work();
    var reply = new Reply(request, response, connection, connections.isDraining());
    try {
      serve(request, reply, new RequestBody(request, connection, bodies, settings.maxBodyBytes()));
    } catch (CloseConnectionException e) {
      throw e;
    } catch (RequestException e) {
      reply.giveUp();
      refuse(reply, e.status().code() == 413 ? tooLarge() : RefusedException.unreadable());
    } catch (Exception | StackOverflowError e) {
      refuse(reply, e);
    } finally {
      connection.awaitClient();
    }
  }

  private void serve(ServerRequest request, Reply reply, RequestBody body) throws Exception {
    String verb = request.prologue().method().text();
    String path = rawPath(request);
    Target target = Target.of(verb, path, settings.apiPath());
    if (verb.equals("OPTIONS")) {
      reply.header(HeaderNames.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
      reply.send(204);
      return;
    }
    switch (target) {
      case Target.FrontPage _ -> page(verb, path, reply, front.value());
      case Target.Health _ -> page(verb, path, reply, Map.of("status", "UP"));
      case Target.Models models -> send(reply, answer(request, verb, models, body));
    }
  }

  private static String rawPath(ServerRequest request) {
    return request.prologue().uriPath().rawPath();
  }

  private static void page(String verb, String path, Reply reply, Map<String, Object> value) {
    if (!verb.equals("GET") && !verb.equals("HEAD")) {
      throw Target.noMethod(verb, path);
    }
    reply.send(200, value);
  }

  private Answer answer(ServerRequest request, String verb, Target.Models target, RequestBody body)
      throws Exception {
    body.refuseTooLarge();
    List<String> names = request.headers().values(tenantHeader);
    Tenant tenant = TenantOfRequest.of(jongleur, names, target.tenant());
    Match match = routes.match(front.models(), verb, rawPath(request), target.parts());
    var question =
        new FilterParameter(
            request.query().rawValue(), settings.maxFilterChars(), settings.maxDepth());
    var asked = new Asked(tenant, match, question, body, Wishes.of(request.headers()));
    return tenant.call(() -> match.route().operation().answer(asked));
  }

  private static void send(Reply reply, Answer answer) {
    switch (answer) {
      case Answer.Json(var value) -> reply.send(200, value);
      case Answer.Nothing _ -> reply.send(204);
      case Answer.Rows(var rows, var form) -> {
        try (rows) {
          reply.rows(rows.iterator(), form, failure -> ErrorBody.of(failure).value());
        }
      }
    }
  }

  private static void refuse(Reply reply, Throwable failure) {
    if (reply.isBegun()) {
      LOG.log(Level.WARNING, "An answer broke off.", failure);
      throw new CloseConnectionException("The answer broke off.", failure);
    }
    if (failure instanceof LimitException limit) {
      retryAfter(limit.retryAfter())
          .ifPresent(seconds -> reply.header(HeaderNames.RETRY_AFTER, seconds));
    }
    ErrorBody body = ErrorBody.of(failure);
    reply.send(body.status(), body.value());
  }

  /** In whole seconds, rounded up; nothing where waiting does not help. */
  private static Optional<String> retryAfter(Duration wait) {
    long seconds = wait.plusNanos(999_999_999).toSeconds();
    return seconds > 0 ? Optional.of(Long.toString(seconds)) : Optional.empty();
  }

  private RefusedException tooLarge() {
    return RefusedException.tooLarge(settings.maxBodyBytes());
  }
}
