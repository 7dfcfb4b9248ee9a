package dev.jongleur.registry;

import dev.jongleur.policy.StackCapture;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Decides which openings are noted with their stack. A sample is one in so many, from the first on;
 * after a leak whose opening was not noted the next openings all are, so that one who leaks again
 * is seen. Thread-safe.
 */
final class Openings {
  /** A prime, so that what is opened in turn is not always the same turn. */
  private static final int ONE_IN = 61;

  private static final int AFTER_A_LEAK = 64;

  private volatile StackCapture stacks = StackCapture.SAMPLED;
  private final AtomicInteger opened = new AtomicInteger();
  private final AtomicInteger suspicion = new AtomicInteger();

  void stacks(StackCapture capture) {
    this.stacks = capture;
  }

  /** Where this opening is, when it is to be noted. */
  Optional<Throwable> here() {
    boolean noted =
        switch (stacks) {
          case OFF -> false;
          case SAMPLED -> isSample();
          case ALL -> true;
        };
    return noted ? Optional.of(new OpenedHere()) : Optional.empty();
  }

  /** Takes note of a leak that nobody knows the opening of. */
  void suspect() {
    suspicion.set(AFTER_A_LEAK);
  }

  private boolean isSample() {
    boolean turn = Integer.remainderUnsigned(opened.getAndIncrement(), ONE_IN) == 0;
    return suspicion.get() > 0 && suspicion.getAndDecrement() > 0 || turn;
  }

  /** Not a failure: only a stack. */
  private static final class OpenedHere extends Exception {
    private static final long serialVersionUID = 1L;

    OpenedHere() {
      super("It was opened here.");
    }
  }
}
