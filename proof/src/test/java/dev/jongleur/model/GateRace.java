package dev.jongleur.model;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;

/** Some go in and out of a gate while others close it. */
public abstract class GateRace {
  private final Passage gate;
  private final AtomicInteger inside = new AtomicInteger();
  private volatile boolean shut;

  GateRace(Passage gate) {
    this.gate = gate;
  }

  /** What a gate is to those who use it. */
  interface Passage {
    boolean tryEnter();

    void leave();

    /** Whether this call closed it; nobody is inside when it returns. */
    boolean close();
  }

  /** Whether it was let in. */
  @Operation
  public boolean work() {
    boolean entered = gate.tryEnter();
    if (entered) {
      inside.incrementAndGet();
      check(!shut, "somebody is let in after it was closed");
      inside.decrementAndGet();
      gate.leave();
    }
    return entered;
  }

  @Operation
  public boolean close() {
    boolean closed = gate.close();
    if (closed) {
      shut = true;
      check(inside.get() == 0, "it is closed with somebody inside");
    }
    return closed;
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
