package dev.jongleur.model;

import dev.jongleur.error.ClosedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets operations in until it is closed, and lets closing wait for those inside: what is in use is
 * never taken away (law 5).
 */
final class Gate {
  private static final int CLOSING = 1 << 30;

  private final String name;
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch empty = new CountDownLatch(1);

  Gate(String name) {
    this.name = name;
  }

  void enter() {
    if (!tryEnter()) {
      throw new ClosedException(name + " is closed.");
    }
  }

  /** Whether it is open; who entered leaves. */
  boolean tryEnter() {
    boolean open = inside.incrementAndGet() <= CLOSING;
    if (!open) {
      leave();
    }
    return open;
  }

  void leave() {
    if (inside.decrementAndGet() == CLOSING) {
      empty.countDown();
    }
  }

  /** Whether this call closed it; waits a while for those inside. */
  boolean close(Duration patience) {
    int before = inside.getAndUpdate(count -> count >= CLOSING ? count : count + CLOSING);
    if (before >= CLOSING) {
      return false;
    }
    if (before > 0) {
      await(patience);
    }
    return true;
  }

  private void await(Duration patience) {
    try {
      var _ = empty.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
