package dev.jongleur.server.web;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/**
 * One client's socket and what it is waited for. Written by the thread that serves it, read by the
 * one that watches.
 */
public final class Connection {
  /** How long a refused body is still listened to, lest the refusal is lost. */
  private static final Duration LINGERING = Duration.ofSeconds(1);

  /** Whom the time is counted against: the client, except while the request is worked on. */
  private enum Turn {
    CLIENT,
    SERVER
  }

  /** A turn and when it has to end, swapped as one. */
  private record State(Turn turn, long deadline) {}

  private final Closeable socket;
  private final Duration patience;
  private volatile State state;

  Connection(Closeable socket, Duration patience) {
    this.socket = socket;
    this.patience = patience;
    this.state = within(patience);
  }

  /** The client has to send, or to take, some bytes from now on. */
  public void awaitClient() {
    state = within(patience);
  }

  /** The request is being worked on; for this the client is not to blame. */
  public void work() {
    state = new State(Turn.SERVER, 0);
  }

  /** All was said; the client has a moment to hear it. */
  void linger() {
    state = within(LINGERING.compareTo(patience) < 0 ? LINGERING : patience);
  }

  boolean isLate() {
    State seen = state;
    return seen.turn() == Turn.CLIENT && System.nanoTime() - seen.deadline() > 0;
  }

  boolean isIdle() {
    return state.turn() == Turn.CLIENT;
  }

  void close() {
    try {
      socket.close();
    } catch (IOException _) {
      // What cannot be closed is gone already.
    }
  }

  // Time that passes, not time of day: no clock to inject.
  private static State within(Duration time) {
    return new State(Turn.CLIENT, System.nanoTime() + time.toNanos());
  }
}
