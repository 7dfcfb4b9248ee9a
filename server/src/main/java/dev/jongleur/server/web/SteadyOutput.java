package dev.jongleur.server.web;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * An answer on its way: keeps small ones whole, which gives them a length, and notes each step
 * forward of the client.
 */
final class SteadyOutput extends FilterOutputStream {
  private final Connection connection;

  SteadyOutput(OutputStream out, Connection connection) {
    super(out);
    this.connection = connection;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    connection.awaitClient();
    out.write(bytes, offset, length);
  }

  @Override
  public void flush() {
    // Whoever writes a value does not know whether more is to come.
  }

  /** Sends what there is. */
  void push() throws IOException {
    connection.awaitClient();
    out.flush();
  }
}
