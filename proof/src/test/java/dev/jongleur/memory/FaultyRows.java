package dev.jongleur.memory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Built as {@link Collections} and {@link MemoryTransaction} are, but for one fault: one immutable
 * map behind a volatile field, which writers replace under a lock.
 */
final class FaultyRows implements RowsRace.Rows {
  private static final String NAME = "name";

  private final Fault fault;
  private final ReentrantLock writing = new ReentrantLock();
  private volatile Map<String, Long> now = Map.of("0", RowsRace.FIRST, "1", RowsRace.FIRST);

  FaultyRows(Fault fault) {
    this.fault = fault;
  }

  enum Fault {
    NONE,
    /** A single change is made of what there was before it had the lock. */
    READS_THEN_WRITES,
    /** A transaction is stored whoever was first. */
    OVERWRITES,
    /** A transaction looks who was first, and takes the lock afterwards. */
    CHECKS_BEFORE_ITS_TURN,
    /** A transaction reads what there is now. */
    SEES_OTHERS,
    /** A transaction is shown row by row. */
    SHOWS_HALF,
    /** What a transaction writes is there before it is stored. */
    WRITES_AT_ONCE,
    /** Only the rows that a transaction changed are compared: a unique key is not. */
    FORGETS_UNIQUE_KEYS
  }

  private static List<Long> both(Map<String, Long> rows) {
    return List.of(Objects.requireNonNull(rows.get("0")), Objects.requireNonNull(rows.get("1")));
  }

  private void change(Consumer<Map<String, Long>> change) {
    Map<String, Long> early = now;
    locked(() -> {
      var next = new HashMap<>(fault == Fault.READS_THEN_WRITES ? early : now);
      change.accept(next);
      now = Map.copyOf(next);
    });
  }

  private void locked(Runnable work) {
    writing.lock();
    try {
      work.run();
    } finally {
      writing.unlock();
    }
  }

  @Override
  public List<Long> both() {
    return both(now);
  }

  @Override
  public void add() {
    change(rows -> rows.merge("0", 1L, Long::sum));
  }

  @Override
  public boolean take() {
    boolean[] free = new boolean[1];
    change(rows -> free[0] = rows.putIfAbsent(NAME, 1L) == null);
    return free[0];
  }

  @Override
  public void free() {
    change(rows -> rows.remove(NAME));
  }

  @Override
  public RowsRace.Work begin() {
    return new Transaction();
  }

  @Override
  public boolean isOtherUntouched() {
    return true;
  }

  private final class Transaction implements RowsRace.Work {
    private final Map<String, Long> begun = now;
    private final Map<String, Long> written = new HashMap<>();

    private Map<String, Long> seen() {
      var seen = new HashMap<>(fault == Fault.SEES_OTHERS ? now : begun);
      seen.putAll(written);
      return seen;
    }

    @Override
    public List<Long> both() {
      return FaultyRows.both(seen());
    }

    @Override
    public void set(int number, long to) {
      written.put(String.valueOf(number), to);
      if (fault == Fault.WRITES_AT_ONCE) {
        change(rows -> rows.put(String.valueOf(number), to));
      }
    }

    @Override
    public boolean take() {
      boolean free = !seen().containsKey(NAME);
      written.put(NAME, 1L);
      return free;
    }

    @Override
    public boolean commit() {
      boolean early = isFirst();
      boolean[] stored = new boolean[1];
      locked(() -> {
        stored[0] = fault == Fault.CHECKS_BEFORE_ITS_TURN ? early : isFirst();
        if (stored[0]) {
          publish();
        }
      });
      return stored[0];
    }

    private boolean isFirst() {
      return fault == Fault.OVERWRITES || written.keySet().stream().allMatch(this::isUnchanged);
    }

    private boolean isUnchanged(String row) {
      return fault == Fault.FORGETS_UNIQUE_KEYS && row.equals(NAME)
          || Objects.equals(now.get(row), begun.get(row));
    }

    private void publish() {
      var next = new HashMap<>(now);
      for (var row : written.entrySet()) {
        next.put(row.getKey(), row.getValue());
        if (fault == Fault.SHOWS_HALF) {
          now = Map.copyOf(next);
        }
      }
      now = Map.copyOf(next);
    }

    @Override
    public void rollback() {}
  }
}
