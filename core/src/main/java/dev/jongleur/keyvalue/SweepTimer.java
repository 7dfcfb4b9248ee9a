package dev.jongleur.keyvalue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a piece of work every second for as long as there is something to wait for (F-395), on one
 * virtual thread that begins with the first and ends when this is closed. Thread-safe.
 */
final class SweepTimer implements AutoCloseable {
  private static final long PERIOD = TimeUnit.SECONDS.toNanos(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BooleanSupplier nothingToWaitFor;
  private final Runnable work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition woken = lock.newCondition();
  private volatile @Nullable Thread thread;
  private volatile boolean resting = true;
  private volatile boolean closed;

  SweepTimer(BooleanSupplier nothingToWaitFor, Runnable work) {
    this.nothingToWaitFor = nothingToWaitFor;
    this.work = work;
  }

  /** Says that there is something to wait for; costs next to nothing when that is known. */
  void wake() {
    if (!resting) {
      return;
    }
    lock.lock();
    try {
      resting = false;
      if (thread == null && !closed) {
        thread = Thread.ofVirtual().name("jongleur-expiry").start(this::rounds);
      }
      woken.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** The thread, once it began. */
  Optional<Thread> thread() {
    return Optional.ofNullable(thread);
  }

  private void rounds() {
    while (isToGoOn()) {
      work.run();
    }
  }

  /** Waits for the next round; false when this was closed. */
  private boolean isToGoOn() {
    lock.lock();
    try {
      rest();
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Under the lock. Who adds something looks at {@code resting} after it, this looks before. */
  private void rest() throws InterruptedException {
    resting = true;
    while (nothingToWaitFor.getAsBoolean() && !closed) {
      woken.await();
    }
    resting = false;
    long left = PERIOD;
    while (left > 0 && !closed) {
      left = woken.awaitNanos(left);
    }
  }

  @Override
  public void close() {
    Thread ended;
    lock.lock();
    try {
      closed = true;
      ended = thread;
      woken.signalAll();
    } finally {
      lock.unlock();
    }
    if (ended != null) {
      join(ended);
    }
  }

  private static void join(Thread ended) {
    try {
      var _ = ended.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
