package dev.jongleur.proof.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A thread that works while another looks how long it takes: a second of its own time, however busy
 * the machine is, or half a minute of waiting.
 */
final class WatchedThread implements AutoCloseable {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long MOST_WORK = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(30);
  private static final long LOOK_MILLIS = 50;

  private final ExecutorService executor;
  private final Thread[] thread = new Thread[1];

  WatchedThread(String name) {
    this.executor =
        Executors.newSingleThreadExecutor(work -> {
          thread[0] = Thread.ofPlatform().daemon().name("fuzzing " + name).unstarted(work);
          return thread[0];
        });
  }

  /** How some work failed, if it did: also when it did not end in time. */
  Optional<Throwable> failureOf(Runnable work) {
    long[] used = new long[1];
    Future<?> done = executor.submit(() -> timed(work, used));
    long begin = System.nanoTime();
    long workedBefore = worked();
    try {
      while (true) {
        try {
          var _ = done.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
          return used[0] > MOST_WORK ? Optional.of(tooLong(used[0])) : Optional.empty();
        } catch (TimeoutException e) {
          checkTime(worked() - workedBefore, System.nanoTime() - begin);
        }
      }
    } catch (ExecutionException e) {
      return Optional.of(java.util.Objects.requireNonNullElse(e.getCause(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(e);
    }
  }

  private static void timed(Runnable work, long[] used) {
    long before = THREADS.getCurrentThreadCpuTime();
    work.run();
    used[0] = THREADS.getCurrentThreadCpuTime() - before;
  }

  private long worked() {
    return thread[0] == null ? 0 : Math.max(0, THREADS.getThreadCpuTime(thread[0].threadId()));
  }

  /** What does not end cannot be made smaller either: the thread is lost, and the fuzzing over. */
  private void checkTime(long worked, long waited) {
    if (worked > 10 * MOST_WORK || waited > LONGEST_WAIT) {
      var hang = new AssertionError("It does not end.");
      hang.setStackTrace(thread[0].getStackTrace());
      throw hang;
    }
  }

  private static Throwable tooLong(long nanos) {
    return new TookTooLong(nanos);
  }

  /** It ended, but late. */
  static final class TookTooLong extends AssertionError {
    private static final long serialVersionUID = 1L;

    TookTooLong(long nanos) {
      super("It took " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms of work.");
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
    Arrays.fill(thread, null);
  }
}
