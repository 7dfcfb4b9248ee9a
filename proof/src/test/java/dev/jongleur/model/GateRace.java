package dev.jongleur.model;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Some go in and out of a gate while others retire it. */
public abstract class GateRace {
  private final Passage gate;
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger closings = new AtomicInteger();
  private volatile boolean retired;

  GateRace(Opening opening) {
    this.gate = opening.open(this::close);
  }

  /** Makes a gate. */
  interface Opening {
    Passage open(Runnable closing);
  }

  /** What a gate is to those who use it. */
  interface Passage {
    boolean tryEnter();

    void leave();

    /** Whether this call was the first. */
    boolean retire();
  }

  /** Whether it was let in. */
  @Operation
  public boolean work() {
    boolean entered = gate.tryEnter();
    if (entered) {
      inside.incrementAndGet();
      check(closings.get() == 0, "somebody is inside when it is closed already");
      inside.decrementAndGet();
      gate.leave();
    }
    return entered;
  }

  @Operation
  public boolean retire() {
    boolean first = gate.retire();
    retired = true;
    return first;
  }

  private void close() {
    check(inside.get() == 0, "it is closed with somebody inside");
    closings.incrementAndGet();
  }

  /** When all are done it is closed once, if it was to be closed. */
  @Validate
  public void closedOnce() {
    check(closings.get() == (retired ? 1 : 0), "closed " + closings + " times");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
