package dev.jongleur.memory;

import dev.jongleur.memory.collection.Composite;
import dev.jongleur.memory.log.Log;
import dev.jongleur.memory.log.LogSnapshot;
import dev.jongleur.memory.log.record.LoggedBatch;
import dev.jongleur.memory.log.record.LoggedBatch.Change;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells a log of what is committed, in the log's words. */
final class LoggingJournal implements Journal {
  private final Log log;

  LoggingJournal(Log log) {
    this.log = log;
  }

  @Override
  public Runnable append(Batch batch, Supplier<LogSnapshot> before) {
    List<LoggedBatch.Part> parts = batch.parts().stream().map(LoggingJournal::part).toList();
    return log.append(new LoggedBatch(parts), before);
  }

  private static LoggedBatch.Part part(Batch.Part part) {
    return new LoggedBatch.Part(
        part.collection(),
        part.isCleared(),
        part.nextId(),
        part.changes().stream()
            .map(change -> new Change(written(change.key()), change.after()))
            .toList());
  }

  /** A key as it is written. */
  static @Nullable Object written(@Nullable Object key) {
    return key instanceof Composite several ? several.parts() : key;
  }

  /** The key that was written so. */
  static @Nullable Object read(@Nullable Object written) {
    return written instanceof List<?> parts
        ? Composite.of(parts.toArray(new @Nullable Object[0]))
        : written;
  }
}
