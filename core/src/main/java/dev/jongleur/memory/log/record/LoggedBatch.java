package dev.jongleur.memory.log.record;

import dev.jongleur.entity.Entity;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is committed together: all of it is in the log, or nothing. Immutable. */
public record LoggedBatch(List<Part> parts) {
  public LoggedBatch {
    parts = List.copyOf(parts);
  }

  /**
   * What happens to one collection.
   *
   * @param isCleared whether it loses all its rows first
   * @param nextId the number that its sequence of ids goes on with
   */
  public record Part(String collection, boolean isCleared, long nextId, List<Change> changes) {}

  /**
   * What happens to one row.
   *
   * @param key where it lies: a value, or a list of them
   * @param after the row from now on; null where there is none any more
   */
  public record Change(@Nullable Object key, @Nullable Entity after) {}
}
