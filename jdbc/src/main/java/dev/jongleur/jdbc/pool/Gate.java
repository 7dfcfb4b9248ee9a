package dev.jongleur.jdbc.pool;

import dev.jongleur.error.CapacityException;
import dev.jongleur.error.StoreException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many may be in at a time; who came first enters first, and nobody waits for ever. */
public final class Gate implements AutoCloseable {
  private final String what;
  private final int width;
  private final Semaphore free;
  private final AtomicInteger peak = new AtomicInteger();

  /**
   * An empty gate.
   *
   * @param what what it bounds, for the message when it stays full
   */
  public Gate(String what, int width) {
    this.what = what;
    this.width = width;
    this.free = new Semaphore(width, true);
  }

  /** The budget of a database server, under which a registry shares its gate. */
  public record Server(String dialect, String address) {}

  /** What is beyond that budget, under which a registry shares its gate. */
  public record Beyond(String dialect, String address) {}

  /**
   * Goes in.
   *
   * @throws CapacityException when it stayed full
   */
  void enter(Deadline deadline) {
    try {
      if (!free.tryAcquire(deadline.left(), TimeUnit.NANOSECONDS)) {
        throw new CapacityException(
            "All " + width + " " + what + " stayed in use for the whole waiting time.");
      }
      peak.accumulateAndGet(inside(), Math::max);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(
          "Interrupted while waiting for one of " + width + " " + what + ".", e);
    }
  }

  void leave() {
    free.release();
  }

  /** How many are in. */
  public int inside() {
    return width - free.availablePermits();
  }

  /** The most that were ever in at once. */
  public int peak() {
    return peak.get();
  }

  /** How many may be in. */
  public int width() {
    return width;
  }

  /** Nothing to free: whoever is in still leaves. */
  @Override
  public void close() {}
}
