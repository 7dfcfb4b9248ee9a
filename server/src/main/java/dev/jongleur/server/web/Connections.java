package dev.jongleur.server.web;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The sockets of all clients, and one thread that closes those that keep the server waiting: for a
 * first byte, for the rest of a request, or for an answer to be taken. The web server itself waits
 * for ever. Bounded by the listener's most connections; closed sockets are forgotten at each look.
 */
public final class Connections implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Duration patience;
  private final Map<SocketAddress, Watched> open = new ConcurrentHashMap<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread watch;
  private volatile boolean draining;

  private record Watched(SocketChannel channel, Connection connection) {}

  /**
   * @param patience how long a client may keep the server waiting
   */
  public Connections(Duration patience) {
    this.patience = patience;
    this.watch = Thread.ofVirtual().name("jongleur-rest-watch").unstarted(this::watch);
  }

  public void start() {
    watch.start();
  }

  void accept(SocketChannel channel) {
    try {
      open.put(channel.getRemoteAddress(), new Watched(channel, new Connection(channel, patience)));
      if (draining) {
        channel.close();
      }
    } catch (IOException _) {
      // It is gone already; whoever reads from it will see.
    }
  }

  /** The connection of a client, by its address. */
  public Connection of(SocketAddress client) {
    Watched watched = open.get(client);
    return watched == null ? new Connection(() -> {}, patience) : watched.connection();
  }

  /** From now on answers are the last of their connections, and idle ones are closed. */
  public void drain() {
    draining = true;
    for (Watched watched : open.values()) {
      if (watched.connection().isIdle()) {
        watched.connection().close();
      }
    }
  }

  public boolean isDraining() {
    return draining;
  }

  @Override
  public void close() {
    closed.countDown();
    end(watch);
    open.values().forEach(watched -> watched.connection().close());
    open.clear();
  }

  private static void end(Thread thread) {
    try {
      var _ = thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void watch() {
    Duration look = LOOK.compareTo(patience) < 0 ? LOOK : patience;
    try {
      while (!closed.await(look.toMillis(), TimeUnit.MILLISECONDS)) {
        open.values().removeIf(this::isOver);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isOver(Watched watched) {
    if (watched.connection().isLate()) {
      watched.connection().close();
    }
    return !watched.channel().isOpen();
  }
}
