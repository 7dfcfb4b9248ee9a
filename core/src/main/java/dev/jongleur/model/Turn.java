package dev.jongleur.model;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time work with something that may also be ended by its owner, who waits for nobody:
 * it ends then when the work at hand is done. Thread-safe; reentrant.
 */
final class Turn {
  private final ReentrantLock lock = new ReentrantLock();
  private final Runnable ending;
  private volatile boolean overtaken;

  /**
   * @param ending ends it, unless it has ended
   */
  Turn(Runnable ending) {
    this.ending = ending;
  }

  /** Works with it; sees to its end when it was to end meanwhile. */
  <T> T during(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      leave();
    }
  }

  /** Takes a step that ends it, unless it fails. */
  void last(Runnable step) {
    lock.lock();
    try {
      step.run();
    } finally {
      leave();
    }
  }

  /** Who leaves for good sees to the end. */
  private void leave() {
    lock.unlock();
    if (overtaken && !lock.isHeldByCurrentThread()) {
      overtake();
    }
  }

  void overtake() {
    overtaken = true;
    if (lock.tryLock()) {
      try {
        ending.run();
      } finally {
        lock.unlock();
      }
    }
  }
}
