package dev.jongleur.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends bytes as it likes. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
  }

  /** One request without a body, and everything that is answered until the end. */
  static String say(int port, String method, String... headers) throws IOException {
    try (var wire = new Wire(port)) {
      wire.head(method, String.join("\r\n", headers) + "\r\nConnection: close");
      return wire.answer();
    }
  }

  void head(String method, String headers) throws IOException {
    send(method + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n\r\n");
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(bytes);
    out.flush();
  }

  /** Everything up to the end of the connection, also when it ended hard. */
  String answer() throws IOException {
    var text = new StringBuilder();
    byte[] some = new byte[4096];
    try {
      for (int read = socket.getInputStream().read(some);
          read >= 0;
          read = socket.getInputStream().read(some)) {
        text.append(new String(some, 0, read, StandardCharsets.UTF_8));
      }
    } catch (java.net.SocketException _) {
      // Reset: what came before it counts.
    }
    return text.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
