package dev.jongleur.cli.capacity;

import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/** Makes visits on several virtual threads at once, until there are no more or memory runs out. */
record Crew(int threads, Failures failures) {
  /** What one visit does. */
  @FunctionalInterface
  interface Visit {
    void make(long number, RandomGenerator random);
  }

  /** Returns when the last visit has ended, with how many went well. */
  long make(Pace pace, Visit visit) {
    var done = new AtomicLong();
    var seeds = new SplittableRandom(threads);
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < threads; thread++) {
        RandomGenerator random = seeds.split();
        executor.execute(() -> done.addAndGet(work(pace, visit, random)));
      }
    }
    return done.get();
  }

  private long work(Pace pace, Visit visit, RandomGenerator random) {
    long done = 0;
    OptionalLong next = pace.next();
    while (next.isPresent() && !failures.isOutOfMemory()) {
      long number = next.getAsLong();
      done += failures.attempt(() -> visit.make(number, random)) ? 1 : 0;
      next = pace.next();
    }
    return done;
  }
}
