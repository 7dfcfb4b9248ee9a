package dev.jongleur.server.web;

import dev.jongleur.json.JsonReader;
import io.helidon.http.HeaderNames;
import io.helidon.http.HttpMediaType;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of one request, read at most once, and only by an operation that needs it. */
public record RequestBody(
    ServerRequest request, Connection connection, JsonReader reader, long maxBytes) {

  /** Refuses a body that says itself that it is too large; reads nothing. */
  public void refuseTooLarge() {
    if (request.headers().contentLength().orElse(0) > maxBytes) {
      throw RefusedException.tooLarge(maxBytes);
    }
  }

  /**
   * The JSON value of the body; an empty object when there is none, as in LoopBack.
   *
   * @throws RefusedException when it is no JSON by its type, or too large
   * @throws dev.jongleur.error.DataException when it is no JSON by its content
   */
  public @Nullable Object read() {
    if (!request.content().hasEntity()) {
      return Map.of();
    }
    connection.awaitClient();
    try {
      return read(new PushbackInputStream(limited()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      connection.work();
    }
  }

  private @Nullable Object read(PushbackInputStream stream) throws IOException {
    int first = stream.read();
    if (first < 0) {
      return Map.of();
    }
    refuseOtherTypes();
    stream.unread(first);
    return reader.read(stream);
  }

  private InputStream limited() {
    return new BodyLimit(request.content().inputStream(), maxBytes);
  }

  private void refuseOtherTypes() {
    String type = request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
    if (!isJsonInUtf8(type)) {
      throw RefusedException.notJson();
    }
  }

  private static boolean isJsonInUtf8(String type) {
    try {
      return isJsonInUtf8(HttpMediaType.create(type));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static boolean isJsonInUtf8(HttpMediaType type) {
    boolean json = type.subtype().equals("json") || type.subtype().endsWith("+json");
    return json && type.charset().map(RequestBody::isUtf8).orElse(true);
  }

  private static boolean isUtf8(String charset) {
    try {
      return Charset.forName(charset).equals(StandardCharsets.UTF_8);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return false;
    }
  }
}
