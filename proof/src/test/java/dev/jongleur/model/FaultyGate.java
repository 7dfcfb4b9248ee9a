package dev.jongleur.model;

import java.util.concurrent.atomic.AtomicInteger;

/** Built as {@link Gate} is, but for one fault. */
final class FaultyGate implements GateRace.Passage {
  private static final int RETIRED = 1 << 29;
  private static final int CLOSING = 1 << 30;

  private final Fault fault;
  private final Runnable closing;
  private final AtomicInteger inside = new AtomicInteger();

  FaultyGate(Fault fault, Runnable closing) {
    this.fault = fault;
    this.closing = closing;
  }

  enum Fault {
    NONE,
    /** Who enters reads whether it is open, and counts itself in afterwards. */
    READS_THEN_WRITES,
    /** Who is turned away is never counted out. */
    COUNTS_WHO_IS_TURNED_AWAY,
    /** Who leaves reads whether it is the last, and counts itself out afterwards. */
    LOSES_THE_LAST,
    /** Who retires it closes it, whoever is inside. */
    DOES_NOT_WAIT,
    /** Two can both be the one that closes it. */
    CLOSES_TWICE
  }

  @Override
  public boolean tryEnter() {
    return switch (fault) {
      case READS_THEN_WRITES -> inside.get() < RETIRED && inside.incrementAndGet() > 0;
      case COUNTS_WHO_IS_TURNED_AWAY -> inside.getAndIncrement() < RETIRED;
      default -> {
        boolean open = inside.getAndIncrement() < RETIRED;
        if (!open) {
          leave();
        }
        yield open;
      }
    };
  }

  @Override
  public void leave() {
    if (fault == Fault.LOSES_THE_LAST) {
      boolean last = inside.get() == RETIRED + 1;
      inside.decrementAndGet();
      closeIf(last);
    } else {
      closeIf(inside.decrementAndGet() == RETIRED);
    }
  }

  @Override
  public boolean retire() {
    int before = inside.getAndUpdate(count -> count < RETIRED ? count + RETIRED : count);
    if (fault == Fault.DOES_NOT_WAIT && before < RETIRED) {
      inside.addAndGet(CLOSING);
      closing.run();
    } else {
      closeIf(before == 0);
    }
    return before < RETIRED;
  }

  private void closeIf(boolean last) {
    if (last && isMine()) {
      closing.run();
    }
  }

  private boolean isMine() {
    if (fault == Fault.CLOSES_TWICE) {
      return inside.get() == RETIRED && inside.addAndGet(CLOSING) > 0;
    }
    return inside.compareAndSet(RETIRED, RETIRED + CLOSING);
  }
}
