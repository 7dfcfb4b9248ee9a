package dev.jongleur.admission;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** Some are let in and some go, where there is room for one and nobody may wait. */
public abstract class SeatsRace {
  static final int SIZE = 1;

  private final Room room;
  private final AtomicInteger held = new AtomicInteger();

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

  @Operation
  public boolean come() {
    boolean in = room.take();
    if (in) {
      check(held.incrementAndGet() <= SIZE, "more are in than may be");
    }
    return in;
  }

  /** Whether there was one to go. */
  @Operation
  public boolean go() {
    boolean one = held.getAndUpdate(count -> Math.max(0, count - 1)) > 0;
    if (one) {
      room.giveBack();
    }
    return one;
  }

  /** When all are done, as many seats are taken as are held: none was lost, none made. */
  @Validate
  public void everySeatIsHeld() {
    check(room.taken() == held.get(), room.taken() + " are taken, " + held + " held");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
