package dev.jongleur.memory;

import dev.jongleur.entity.Entity;
import dev.jongleur.memory.collection.RowChange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * So many rows, and about so many bytes. The bytes are an estimate for a 64-bit JVM with compressed
 * references: what an entity, its slots and its values take, and the row's places in the tree of
 * ids and in two indexes. Values that rows share are counted for each; the JVM's own is not
 * counted.
 */
record Amount(long rows, long bytes) {
  static final Amount NONE = new Amount(0, 0);

  private static final int ENTITY = 32 + 16;
  private static final int PLACES = 3 * 12;
  private static final int ENTRY = 48;

  static Amount of(List<RowChange> changes, boolean countsBytes) {
    long rows = 0;
    long bytes = 0;
    for (RowChange change : changes) {
      rows += (change.after() == null ? 0 : 1) - (change.before() == null ? 0 : 1);
      bytes += countsBytes ? bytes(change.after()) - bytes(change.before()) : 0;
    }
    return new Amount(rows, bytes);
  }

  Amount plus(Amount other) {
    return other == NONE ? this : new Amount(rows + other.rows, bytes + other.bytes);
  }

  Amount negated() {
    return this == NONE ? this : new Amount(-rows, -bytes);
  }

  static long bytes(@Nullable Entity row) {
    if (row == null) {
      return 0;
    }
    int slots = row.definition().shape().size();
    long bytes = ENTITY + PLACES + 4L * slots;
    for (int slot = 0; slot < slots; slot++) {
      bytes += ofValue(row.slot(slot));
    }
    return bytes + ofMap(row.open());
  }

  private static long ofMap(Map<?, ?> map) {
    long bytes = map.isEmpty() ? 0 : 2 * ENTRY;
    for (var entry : map.entrySet()) {
      bytes += ENTRY + ofValue(entry.getKey()) + ofValue(entry.getValue());
    }
    return bytes;
  }

  private static long ofValue(@Nullable Object value) {
    return switch (value) {
      case null -> 0;
      case String text -> 48 + text.length();
      case Number number -> 24;
      case Boolean flag -> 0;
      case Enum<?> mark -> 0;
      case Map<?, ?> map -> ofMap(map);
      case Entity entity -> bytes(entity);
      case List<?> list -> 40 + list.stream().mapToLong(item -> 4 + ofValue(item)).sum();
      case dev.jongleur.entity.Binary binary -> 32 + binary.size();
      default -> 32;
    };
  }
}
