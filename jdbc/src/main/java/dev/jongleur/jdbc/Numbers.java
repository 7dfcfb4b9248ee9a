package dev.jongleur.jdbc;

import java.util.concurrent.atomic.AtomicLong;

/**
 * What is known of a table's generated ids. The database makes them one after the other and does
 * not look at ids that rows bring along: after a larger one its count has to be moved on, before it
 * makes the next.
 */
final class Numbers {
  private final AtomicLong highest = new AtomicLong();
  private final AtomicLong brought = new AtomicLong();
  private volatile boolean settled;

  /** Those of a table that was just made. */
  static Numbers ofNew() {
    var numbers = new Numbers();
    numbers.settle();
    return numbers;
  }

  /** Whether the next generated id is known to be above all others. */
  boolean areSettled() {
    return settled;
  }

  void settle() {
    settled = true;
  }

  void unsettle() {
    settled = false;
  }

  /** A row was given this id by the database. */
  void generated(long id) {
    var _ = highest.accumulateAndGet(id, Math::max);
  }

  /** The largest id that a row brought along, though it may be gone: no other row gets it. */
  long highestBrought() {
    return brought.get();
  }

  /** A row brought this id along. */
  void brought(long id) {
    if (id > highest.get()) {
      settled = false;
      var _ = brought.accumulateAndGet(id, Math::max);
    }
  }
}
