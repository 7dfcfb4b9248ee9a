package dev.jongleur.cli.serve;

import java.io.PrintWriter;
import java.time.Duration;

/**
 * Closes what is served when the process is told to end (Ctrl-C, SIGTERM), within a deadline:
 * whatever is not closed by then is left, and what was acknowledged is on disk already.
 */
final class GracefulStop {
  private static final Duration DEADLINE = Duration.ofSeconds(15);

  private GracefulStop() {}

  static void closesAtEnd(AutoCloseable served, PrintWriter out) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(served, out), "graceful-stop"));
  }

  private static void stop(AutoCloseable served, PrintWriter out) {
    tell(out, "stopping…");
    Thread closing = Thread.ofPlatform().daemon().name("closing").start(() -> close(served, out));
    try {
      tell(out, closing.join(DEADLINE) ? "stopped." : "not all was closed in time; ending now.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable served, PrintWriter out) {
    try {
      served.close();
    } catch (Exception e) {
      tell(out, "while stopping: " + e.getMessage());
    }
  }

  private static void tell(PrintWriter out, String what) {
    out.println(what);
    out.flush();
  }
}
