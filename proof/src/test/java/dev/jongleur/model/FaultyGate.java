package dev.jongleur.model;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** A gate whose flag and count are two things, as one would write it first; and its faults. */
final class FaultyGate implements GateRace.Passage {
  private final Fault fault;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger inside = new AtomicInteger();
  private final CountDownLatch empty = new CountDownLatch(1);

  FaultyGate(Fault fault) {
    this.fault = fault;
  }

  enum Fault {
    NONE,
    /** Looks whether it is open and counts in afterwards. */
    READS_THEN_WRITES,
    /** Does not wait for those inside. */
    DOES_NOT_WAIT,
    /** Who leaves looks before it counts itself out, so that nobody may be the last. */
    LOSES_THE_LAST
  }

  @Override
  public boolean tryEnter() {
    if (fault == Fault.READS_THEN_WRITES) {
      return !closed.get() && inside.incrementAndGet() > 0;
    }
    inside.incrementAndGet();
    if (closed.get()) {
      leave();
      return false;
    }
    return true;
  }

  @Override
  public void leave() {
    if (fault == Fault.LOSES_THE_LAST) {
      boolean last = closed.get() && inside.get() == 1;
      inside.decrementAndGet();
      tell(last);
    } else {
      tell(inside.decrementAndGet() == 0 && closed.get());
    }
  }

  private void tell(boolean last) {
    if (last) {
      empty.countDown();
    }
  }

  @Override
  public boolean close() {
    boolean mine = closed.compareAndSet(false, true);
    if (mine && inside.get() > 0 && fault != Fault.DOES_NOT_WAIT) {
      await();
    }
    return mine;
  }

  private void await() {
    try {
      empty.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
