package dev.jongleur.cli.capacity;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Says how long a stretch is: the number of the next visit, as long as there is one. */
@FunctionalInterface
interface Pace {
  OptionalLong next();

  /** So many visits. */
  static Pace of(long visits) {
    var next = new AtomicLong();
    return () -> {
      long number = next.getAndIncrement();
      return number < visits ? OptionalLong.of(number) : OptionalLong.empty();
    };
  }

  /** As many visits as are begun in so long. */
  static Pace lasting(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    var next = new AtomicLong();
    return () ->
        System.nanoTime() < end ? OptionalLong.of(next.getAndIncrement()) : OptionalLong.empty();
  }
}
