package dev.jongleur.memory.log;

import dev.jongleur.entity.Entity;
import dev.jongleur.memory.log.record.LoggedRow;
import org.jspecify.annotations.Nullable;

/** All rows of a partition at one moment. Immutable; read by another thread than it came from. */
@FunctionalInterface
public interface LogSnapshot {
  /** Tells of everything there is: each collection, and after it its rows. */
  void tell(Listener listener);

  /** Hears of what there is. */
  interface Listener {
    void collection(String name, long nextId);

    void row(@Nullable Object key, Entity row);

    /** A row that nobody asked for since it was read from the log. */
    void row(@Nullable Object key, LoggedRow row);
  }
}
