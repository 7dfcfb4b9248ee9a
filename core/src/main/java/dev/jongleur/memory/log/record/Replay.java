package dev.jongleur.memory.log.record;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Goes through batches in their order and keeps what comes of them. One thread's. */
public final class Replay {
  private final Comparator<@Nullable Object> order;
  private final Function<@Nullable Object, @Nullable Object> keys;
  private final Map<String, LoggedRows> collections = new HashMap<>();
  private final Map<Integer, RowShape> shapes = new HashMap<>();

  /**
   * A replay from the beginning.
   *
   * @param order of keys
   * @param keys a key as it is ordered, from what was written of it
   */
  public Replay(
      Comparator<@Nullable Object> order, Function<@Nullable Object, @Nullable Object> keys) {
    this.order = order;
    this.keys = keys;
  }

  /** About how many bytes the rows that are left take in a log. */
  public long bytes() {
    return collections.values().stream().mapToLong(LoggedRows::bytes).sum();
  }

  public Map<String, LoggedRows> collections() {
    return collections;
  }

  /**
   * Goes on with the payload of a record.
   *
   * @throws DamagedException when it is none
   */
  public void batch(byte[] payload) {
    var source = new Source(payload);
    var in = new ValueReader(source);
    LoggedRows rows = null;
    for (int what = source.take(); what != BatchWriter.END; what = source.take()) {
      switch (what) {
        case BatchWriter.PART -> rows = part(source, in);
        case BatchWriter.CLEARED_PART -> {
          rows = part(source, in);
          rows.clear();
        }
        case BatchWriter.SHAPE -> shapes.put((int) source.takeCount(), RowShape.read(in, source));
        default -> change(what, current(rows), source, in);
      }
    }
    if (source.left() > 0) {
      throw new DamagedException("something behind the end");
    }
  }

  private LoggedRows part(Source source, ValueReader in) {
    String collection = in.text();
    LoggedRows rows = collections.computeIfAbsent(collection, _ -> new LoggedRows(order));
    rows.goOnWith(source.takeLong());
    return rows;
  }

  private static LoggedRows current(@Nullable LoggedRows rows) {
    if (rows == null) {
      throw new DamagedException("a change of no collection");
    }
    return rows;
  }

  private void change(int what, LoggedRows rows, Source source, ValueReader in) {
    Object key = keys.apply(in.value());
    switch (what) {
      case BatchWriter.PUT -> rows.put(key, row(source));
      case BatchWriter.REMOVE -> rows.remove(key);
      default -> throw new DamagedException("a change of the unknown kind " + what);
    }
  }

  private LoggedRow row(Source source) {
    RowShape shape = shapes.get((int) source.takeCount());
    if (shape == null) {
      throw new DamagedException("a row of an unknown shape");
    }
    return new LoggedRow(shape, source.take(source.takeInt()));
  }
}
