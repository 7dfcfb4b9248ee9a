package dev.jongleur.server.web;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that refuses to be longer than a limit, however its length was announced. What the web
 * server trips over while it reads is the client's fault, and the end of the connection.
 */
final class BodyLimit extends FilterInputStream {
  private final long limit;
  private long left;

  BodyLimit(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int some = some(target, offset, length);
    count(Math.max(some, 0));
    return some;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int some(byte[] target, int offset, int length) throws IOException {
    try {
      return in.read(target, offset, length);
    } catch (CloseConnectionException | RequestException e) {
      throw e;
    } catch (RuntimeException e) {
      throw RequestException.builder()
          .type(EventType.BAD_REQUEST)
          .message("The body cannot be read.")
          .cause(e)
          .build();
    }
  }

  private void count(int some) {
    left -= some;
    if (left < 0) {
      throw RefusedException.tooLarge(limit);
    }
  }
}
