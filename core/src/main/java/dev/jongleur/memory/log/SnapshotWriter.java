package dev.jongleur.memory.log;

import dev.jongleur.entity.Entity;
import dev.jongleur.memory.log.file.LogFile;
import dev.jongleur.memory.log.record.BatchWriter;
import dev.jongleur.memory.log.record.LoggedRow;
import dev.jongleur.memory.log.record.ShapesWritten;
import dev.jongleur.memory.log.record.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Writes a snapshot as records, none of them much larger than a few pages. One thread's. */
final class SnapshotWriter implements LogSnapshot.Listener {
  private static final int RECORD = 1 << 18;

  private final LogFile file;
  private final BooleanSupplier stopped;
  private final Sink sink = new Sink(RECORD + RECORD / 4);
  private final BatchWriter out = new BatchWriter(sink, new ShapesWritten());
  private String collection = "";
  private long nextId = 1;

  /**
   * A writer into a fresh file.
   *
   * @param stopped whether to leave off
   */
  SnapshotWriter(LogFile file, BooleanSupplier stopped) {
    this.file = file;
    this.stopped = stopped;
    Log.begin(sink);
  }

  /**
   * Writes all of a snapshot.
   *
   * @throws IOException when it cannot be written
   * @throws StoppedException when it was stopped
   */
  void write(LogSnapshot snapshot) throws IOException {
    try {
      snapshot.tell(this);
      end();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void collection(String name, long next) {
    this.collection = name;
    this.nextId = next;
    out.part(name, false, next);
  }

  @Override
  public void row(@Nullable Object key, Entity row) {
    out.put(key, row);
    endWhenFull();
  }

  @Override
  public void row(@Nullable Object key, LoggedRow row) {
    out.put(key, row);
    endWhenFull();
  }

  private void endWhenFull() {
    if (sink.size() < RECORD) {
      return;
    }
    if (stopped.getAsBoolean()) {
      throw new StoppedException();
    }
    try {
      end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.part(collection, false, nextId);
  }

  private void end() throws IOException {
    out.end();
    file.append(sink);
    Log.begin(sink);
  }
}
