package dev.jongleur.memory;

import java.util.List;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * Some read and change two numbers, and take a name and free it, alone and in transactions. What a
 * transaction reads and changes is the same rows, so that it comes before or after every other.
 */
public abstract class RowsRace {
  /** What both numbers are at first. */
  static final long FIRST = 5;

  private final Rows rows;

  RowsRace(Rows rows) {
    this.rows = rows;
  }

  /** What is done with the rows of one tenant; each call at one moment. */
  interface Rows {
    /** Both numbers, as they are together. */
    List<Long> both();

    /** Adds one to the first number. */
    void add();

    /** Whether the name was free. */
    boolean take();

    void free();

    Work begin();

    /** Whether another tenant has what it had at first. */
    boolean isOtherUntouched();
  }

  /** A transaction. */
  interface Work {
    List<Long> both();

    void set(int number, long to);

    /** Whether the name was free. */
    boolean take();

    /** Whether it was stored: not when another was first. */
    boolean commit();

    void rollback();
  }

  @Operation
  public List<Long> both() {
    return rows.both();
  }

  @Operation
  public void add() {
    rows.add();
  }

  @Operation
  public boolean take() {
    return rows.take();
  }

  @Operation
  public void free() {
    rows.free();
  }

  /** Read twice, and as it was when it began. */
  @Operation
  public List<Long> look() {
    Work work = rows.begin();
    List<Long> found = work.both();
    check(found.equals(work.both()), "a transaction sees what others do");
    work.rollback();
    return found;
  }

  /** From the first to the second, until nobody else was first; tells what there was. */
  @Operation
  public List<Long> move() {
    while (true) {
      Work work = rows.begin();
      List<Long> found = work.both();
      work.set(0, found.getFirst() - 1);
      work.set(1, found.getLast() + 1);
      if (work.commit()) {
        return found;
      }
    }
  }

  /** It sees what it wrote, and nobody else ever does. */
  @Operation
  public void giveUp() {
    Work work = rows.begin();
    work.set(0, 100);
    work.set(1, 100);
    check(work.both().equals(List.of(100L, 100L)), "a transaction does not see what it wrote");
    work.rollback();
  }

  @Operation
  public boolean takeInTransaction() {
    Work work = rows.begin();
    if (work.take()) {
      return work.commit();
    }
    work.rollback();
    return false;
  }

  @Validate
  public void theOtherTenantIsUntouched() {
    check(rows.isOtherUntouched(), "another tenant has other rows");
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalStateException(otherwise);
    }
  }
}
