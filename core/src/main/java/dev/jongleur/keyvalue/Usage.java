package dev.jongleur.keyvalue;

import java.util.concurrent.atomic.AtomicLong;

/** Counts bytes up to a bound. Thread-safe. */
final class Usage {
  private final long most;
  private final AtomicLong used = new AtomicLong();

  Usage(long most) {
    this.most = most;
  }

  /** Takes bytes if there is room for them; whether there was. */
  boolean take(long bytes) {
    if (used.addAndGet(bytes) <= most) {
      return true;
    }
    give(bytes);
    return false;
  }

  void give(long bytes) {
    used.addAndGet(-bytes);
  }

  long used() {
    return used.get();
  }

  long most() {
    return most;
  }
}
