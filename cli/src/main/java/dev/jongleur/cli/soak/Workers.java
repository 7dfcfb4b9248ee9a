package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * Threads that share out numbered requests. They live as long as the run, warm-up included, so that
 * what a request leaves on its thread is found too.
 */
final class Workers implements AutoCloseable {
  /** What the names of their threads begin with. */
  static final String PREFIX = "soak-worker-";

  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    this.threads = threads;
    this.pool =
        Executors.newFixedThreadPool(threads, Thread.ofPlatform().name(PREFIX, 1).factory());
  }

  /**
   * Makes the requests from one number on until it is time to stop, and returns when all are done.
   *
   * @return the number to go on with
   * @throws RuntimeException the first failure of a request; the others end with theirs
   */
  long perform(long from, Until until, LongConsumer request) {
    var next = new AtomicLong(from);
    List<Future<?>> shares = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      shares.add(pool.submit(() -> share(next, until, request)));
    }
    shares.forEach(Workers::await);
    return Math.min(next.get(), until.number());
  }

  private static void share(AtomicLong next, Until until, LongConsumer request) {
    while (!until.isLate()) {
      long number = next.getAndIncrement();
      if (number >= until.number()) {
        return;
      }
      try {
        request.accept(number);
      } catch (RuntimeException | Error e) {
        next.set(until.number());
        throw e;
      }
    }
  }

  private static void await(Future<?> share) {
    try {
      share.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandFailure("The run was interrupted.", e);
    } catch (ExecutionException e) {
      throw switch (e.getCause()) {
        case RuntimeException failure -> failure;
        case null, default -> new CommandFailure("A request failed: " + e.getCause(), e);
      };
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
