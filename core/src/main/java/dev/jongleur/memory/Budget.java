package dev.jongleur.memory;

import dev.jongleur.connector.Settings;
import dev.jongleur.error.DataException;
import dev.jongleur.error.LimitException;
import dev.jongleur.memory.collection.RowChange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many rows a data source may hold, and about how many bytes (settings {@code maxRows} and
 * {@code maxBytes}), of all its tenants together. What would be more is refused before anything is
 * written. Thread-safe.
 */
final class Budget {
  private static final long UNLIMITED = Long.MAX_VALUE;

  private final long maxRows;
  private final long maxBytes;
  private final AtomicLong rows = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  Budget(Settings settings) {
    this.maxRows = limit(settings, "maxRows");
    this.maxBytes = limit(settings, "maxBytes");
  }

  private static long limit(Settings settings, String name) {
    return switch (settings.values().get(name)) {
      case null -> UNLIMITED;
      case Number number when number.longValue() > 0 -> number.longValue();
      default -> throw new DataException("The setting \"" + name + "\" is a number above 0.");
    };
  }

  private boolean isLimited() {
    return maxRows < UNLIMITED || maxBytes < UNLIMITED;
  }

  /** What a part of a batch adds, or takes away. */
  Amount of(List<RowChange> changes) {
    return isLimited() ? Amount.of(changes, maxBytes < UNLIMITED) : Amount.NONE;
  }

  /**
   * Takes room for what is added, or gives it back.
   *
   * @throws LimitException when there is not enough; nothing was taken
   */
  void take(Amount amount) {
    if (amount == Amount.NONE) {
      return;
    }
    take(rows, amount.rows(), maxRows, "maxRows");
    try {
      take(bytes, amount.bytes(), maxBytes, "maxBytes");
    } catch (LimitException e) {
      rows.addAndGet(-amount.rows());
      throw e;
    }
  }

  private static void take(AtomicLong used, long more, long most, String name) {
    long now = used.addAndGet(more);
    if (more > 0 && now > most) {
      used.addAndGet(-more);
      throw new LimitException(
          name,
          "The memory of this data source is full: its setting \""
              + name
              + "\" is "
              + most
              + ". Nothing was stored; remove rows, or allow more.",
          Duration.ZERO);
    }
  }

  Map<String, Long> figures() {
    return isLimited() ? Map.of("rows", rows.get(), "bytes", bytes.get()) : Map.of();
  }
}
