package dev.jongleur.server.web;

import dev.jongleur.json.JsonWriter;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The answer to one request: a status, and a JSON value or nothing. */
public final class Reply {
  private final ServerRequest request;
  private final ServerResponse response;
  private final Connection connection;
  private boolean last;
  private boolean begun;
  private boolean broken;

  /**
   * @param last whether the connection is to be closed behind this answer
   */
  public Reply(
      ServerRequest request, ServerResponse response, Connection connection, boolean last) {
    this.request = request;
    this.response = response;
    this.connection = connection;
    this.last = last || request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
  }

  /** Answers with a status alone. */
  public void send(int status) {
    begin(status);
    response.send();
  }

  /** Answers with a JSON value, written as it goes; a HEAD gets all but the value. */
  public void send(int status, @Nullable Object value) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json; charset=utf-8");
    response.header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
    begin(status);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else {
      write(value);
    }
  }

  /**
   * Answers with rows, written as they are read. What fails before the first of them is thrown
   * before anything is said.
   *
   * @param failures how a failure is told that comes when some rows are out
   */
  public void rows(Iterator<?> rows, RowsForm form, Function<Throwable, Object> failures) {
    var _ = rows.hasNext();
    response.header(HeaderNames.CONTENT_TYPE, form.contentType());
    response.header(HeaderNames.X_CONTENT_TYPE_OPTIONS, "nosniff");
    begin(200);
    if (request.prologue().method().equals(Method.HEAD)) {
      response.send();
    } else {
      new RowsBody(response.outputStream(), connection, form, failures).write(rows);
    }
  }

  public void header(HeaderName name, String value) {
    response.header(name, value);
  }

  /** Whether an answer was begun: then no other can be given. */
  public boolean isBegun() {
    return begun;
  }

  /** The request cannot be read to its end: the connection closes behind the answer. */
  public void giveUp() {
    last = true;
    broken = true;
  }

  private void begin(int status) {
    begun = true;
    // What is left of a refused body may be large, and must not be taken for the next request.
    last |= status == 413;
    connection.awaitClient();
    response.status(status);
    if (last) {
      response.header(HeaderValues.CONNECTION_CLOSE);
      response.whenSent(this::end);
    }
  }

  private void write(@Nullable Object value) {
    try (OutputStream out = new SteadyOutput(response.outputStream(), connection)) {
      JsonWriter.write(value, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The web server leaves it to the client to close; we do not. */
  private void end() {
    swallow();
    throw new CloseConnectionException("This was the last answer of the connection.");
  }

  /** Reads a little of an unread body: closing at once would tear the answer from the client. */
  private void swallow() {
    boolean unsent = request.headers().containsToken(HeaderValues.EXPECT_100);
    if (broken || unsent || request.content().consumed() || !request.content().hasEntity()) {
      return;
    }
    connection.linger();
    byte[] some = new byte[8192];
    try (InputStream rest = request.content().inputStream()) {
      for (long left = Listener.SWALLOWED; left > 0; left -= some.length) {
        if (rest.read(some) < 0) {
          return;
        }
      }
    } catch (IOException | RuntimeException _) {
      // It ends here in any case.
    }
  }
}
