package dev.jongleur.admission;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets in as {@link Seats} does where nobody may wait, but for one fault. */
final class FaultySeats implements SeatsRace.Room {
  private final Fault fault;
  private final AtomicInteger taken = new AtomicInteger();

  FaultySeats(Fault fault) {
    this.fault = fault;
  }

  enum Fault {
    NONE,
    /** Who comes reads whether there is room, and takes it afterwards. */
    READS_THEN_TAKES,
    /** Who is refused keeps the seat that it did not get. */
    KEEPS_WHAT_WAS_REFUSED,
    /** Who goes frees its seat, and one that was never taken. */
    GIVES_BACK_TWICE
  }

  @Override
  public boolean take() {
    return switch (fault) {
      case READS_THEN_TAKES -> taken.get() < SeatsRace.SIZE && taken.incrementAndGet() > 0;
      case KEEPS_WHAT_WAS_REFUSED -> taken.incrementAndGet() <= SeatsRace.SIZE;
      case NONE, GIVES_BACK_TWICE -> {
        int before = taken.getAndUpdate(count -> Math.min(SeatsRace.SIZE, count + 1));
        yield before < SeatsRace.SIZE;
      }
    };
  }

  @Override
  public void giveBack() {
    taken.addAndGet(fault == Fault.GIVES_BACK_TWICE ? -2 : -1);
  }

  @Override
  public int taken() {
    return taken.get();
  }
}
