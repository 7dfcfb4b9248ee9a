package dev.jongleur;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Does the same thing on several virtual threads that start together. */
public final class Race {
  private Race() {}

  /** One runner's part. */
  @FunctionalInterface
  public interface Runner<T> {
    T run(int number) throws Exception;
  }

  /** What each runner came to, in their order; the first failure is thrown. */
  public static <T> List<T> of(int runners, Runner<T> runner) throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < runners; i++) {
        int number = i;
        running.add(
            threads.submit(() -> {
              start.await();
              return runner.run(number);
            }));
      }
      start.countDown();
      List<T> results = new ArrayList<>();
      for (Future<T> one : running) {
        results.add(one.get(60, TimeUnit.SECONDS));
      }
      return results;
    }
  }
}
