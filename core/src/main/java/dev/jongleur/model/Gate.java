package dev.jongleur.model;

import dev.jongleur.error.ClosedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets operations in until it is retired; the last one inside then does the closing, once. What is
 * in use is never taken away (law 5), and nobody has to wait for that. Thread-safe; entering and
 * leaving is one atomic step each and allocates nothing.
 */
final class Gate {
  /** Above the number of those inside: nobody enters any more; the closing has begun. */
  private static final int RETIRED = 1 << 29;

  private static final int CLOSING = 1 << 30;

  private final String name;
  private final Runnable closing;
  private final AtomicInteger inside = new AtomicInteger();
  private final CompletableFuture<Void> closed = new CompletableFuture<>();

  /**
   * @param name how messages call what is behind the gate
   * @param closing what the last one inside does
   */
  Gate(String name, Runnable closing) {
    this.name = name;
    this.closing = closing;
  }

  void enter() {
    if (!tryEnter()) {
      throw new ClosedException(name + " is closed.");
    }
  }

  /** Whether it is open; who entered leaves. */
  boolean tryEnter() {
    boolean open = inside.getAndIncrement() < RETIRED;
    if (!open) {
      leave();
    }
    return open;
  }

  void leave() {
    if (inside.decrementAndGet() == RETIRED) {
      close();
    }
  }

  boolean isOpen() {
    return inside.get() < RETIRED;
  }

  /** Lets nobody in from now on. Whether this call was the first to say so; waits for nobody. */
  boolean retire() {
    int before = inside.getAndUpdate(count -> count < RETIRED ? count + RETIRED : count);
    if (before == 0) {
      close();
    }
    return before < RETIRED;
  }

  /** Retires it if nobody is inside. Whether it did; waits for nobody. */
  boolean retireIfEmpty() {
    boolean retired = inside.compareAndSet(0, RETIRED);
    if (retired) {
      close();
    }
    return retired;
  }

  /** Completes when the closing is done, with its failure if it failed. */
  CompletableFuture<Void> closed() {
    return closed;
  }

  /** Who was turned away is counted for a moment too, so the first to get here does it. */
  private void close() {
    if (inside.compareAndSet(RETIRED, RETIRED + CLOSING)) {
      try {
        closing.run();
        closed.complete(null);
      } catch (RuntimeException | Error e) {
        closed.completeExceptionally(e);
      }
    }
  }
}
