package dev.jongleur.memory.log.record;

import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of one collection as a log tells of them, in the order of their keys. One thread's. */
public final class LoggedRows {
  private final TreeMap<@Nullable Object, LoggedRow> rows;
  private long nextId = 1;

  LoggedRows(Comparator<@Nullable Object> order) {
    this.rows = new TreeMap<>(order);
  }

  public SortedMap<@Nullable Object, LoggedRow> rows() {
    return java.util.Collections.unmodifiableSortedMap(rows);
  }

  /** The number that the sequence of ids goes on with. */
  public long nextId() {
    return nextId;
  }

  long bytes() {
    return rows.values().stream().mapToLong(row -> row.values().length + 16L).sum();
  }

  void goOnWith(long number) {
    this.nextId = number;
  }

  void clear() {
    rows.clear();
  }

  void put(@Nullable Object key, LoggedRow row) {
    rows.put(key, row);
  }

  void remove(@Nullable Object key) {
    rows.remove(key);
  }
}
