package dev.jongleur.memory.log;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Does something once, a while after it was asked for, however often it is asked for meanwhile; on
 * a virtual thread that is there only as long as it waits. Thread-safe.
 */
final class SyncLater implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.jongleur.memory.log");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Runnable work;
  private final AtomicReference<@Nullable Thread> waiting = new AtomicReference<>();
  private volatile boolean closed;

  SyncLater(Runnable work) {
    this.work = work;
  }

  void in(Duration time) {
    if (waiting.get() == null && !closed) {
      Thread thread = Thread.ofVirtual().name("jongleur-log-sync").unstarted(() -> run(time));
      if (waiting.compareAndSet(null, thread)) {
        thread.start();
      }
    }
  }

  private void run(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      return; // It is closed, which does the work itself.
    }
    // Who asks from here on is served by another round.
    waiting.set(null);
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "What was written could not be made to last.", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread thread = waiting.getAndSet(null);
    if (thread != null) {
      thread.interrupt();
      join(thread);
    }
  }

  private static void join(Thread thread) {
    try {
      var _ = thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
