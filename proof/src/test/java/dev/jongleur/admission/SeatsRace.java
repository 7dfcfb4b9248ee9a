package dev.jongleur.admission;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Some come, work and go, where there is room for one and nobody may wait. */
public abstract class SeatsRace {
  static final int SIZE = 1;

  private final Room room;
  private final AtomicInteger inside = new AtomicInteger();

  SeatsRace(Room room) {
    this.room = room;
  }

  /** What an admission is to those who come and go. */
  interface Room {
    /** Whether one was let in. */
    boolean take();

    void giveBack();

    int taken();
  }

  /** Whether it was let in is not told: who comes while another goes may be refused or not. */
  @Operation
  public void work() {
    if (room.take()) {
      check(inside.incrementAndGet() <= SIZE, "more are in than may be");
      inside.decrementAndGet();
      room.giveBack();
    }
  }

  /** When all are done no seat is taken, and the next one is let in. */
  @Validate
  public void noSeatIsLost() {
    check(room.taken() == 0, room.taken() + " are taken");
    check(room.take(), "a seat is lost");
    room.giveBack();
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
