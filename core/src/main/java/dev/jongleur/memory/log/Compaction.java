package dev.jongleur.memory.log;

import dev.jongleur.memory.log.file.Frame;
import dev.jongleur.memory.log.file.LogFile;
import dev.jongleur.memory.log.file.LogReader;
import dev.jongleur.memory.log.record.Sink;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Writes a log anew without what is gone, beside the old one and while that is written to, and puts
 * it in its place. Begun when a file has twice the bytes that its rows had after the last time.
 * When it fails the old file goes on.
 */
final class Compaction {
  private static final Logger LOG = System.getLogger("dev.jongleur.memory.log");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** So little is left to copy before writers are held up for the rest. */
  private static final long LITTLE = 1 << 16;

  private final Log log;
  private final Compactions turns;
  private final long least;
  private volatile long live;
  private volatile boolean forbidden;
  private volatile boolean running;
  private volatile @Nullable Thread thread;

  /** Copies what was written to the old file since it was copied last. */
  @FunctionalInterface
  interface Rest {
    void copy() throws IOException;
  }

  Compaction(Log log, Compactions turns, long least, long live) {
    this.log = log;
    this.turns = turns;
    this.least = least;
    this.live = live;
  }

  boolean isDue(LogFile file) {
    return !running && !forbidden && file.size() >= Math.max(least, 2 * live);
  }

  boolean isRunning() {
    return running;
  }

  /**
   * Begins; guarded by the log.
   *
   * @param snapshot all rows as they are at the end of the file
   */
  void begin(LogSnapshot snapshot, LogFile file) {
    long from = file.size();
    running = true;
    thread = turns.start(() -> run(snapshot, file, from));
  }

  private void run(LogSnapshot snapshot, LogFile old, long from) {
    LogFile fresh = LogReader.fresh(Compaction.beside(old.path()));
    try {
      compact(snapshot, old, from, fresh);
    } catch (StoppedException e) {
      remove(fresh);
    } catch (IOException | RuntimeException e) {
      LOG.log(Level.WARNING, "The log " + old.path() + " was not compacted.", e);
      remove(fresh);
      live = old.size();
    } finally {
      running = false;
    }
  }

  private void compact(LogSnapshot snapshot, LogFile old, long from, LogFile fresh)
      throws IOException {
    new SnapshotWriter(fresh, () -> forbidden).write(snapshot);
    long rows = fresh.size();
    var tail = new Tail(old.path(), from, fresh);
    while (old.size() - tail.copied() > LITTLE && !forbidden) {
      tail.copyUpTo(old.size());
    }
    if (forbidden) {
      throw new StoppedException();
    }
    fresh.sync();
    log.swap(old, fresh, () -> tail.copyUpTo(old.size()));
    live = rows;
    LOG.log(Level.DEBUG, "{0} was compacted to {1} bytes.", old.path(), rows);
  }

  private static void remove(LogFile fresh) {
    try {
      fresh.remove();
    } catch (IOException e) {
      LOG.log(Level.WARNING, fresh.path() + " could not be removed; it is of no use.", e);
    }
  }

  /** Where the file that is to take another's place is written. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /** Leaves off, and begins no other; guarded by the log. */
  void forbid() {
    forbidden = true;
  }

  /** Waits until it has left off. */
  void awaitEnd() {
    Thread last = thread;
    if (last != null) {
      try {
        var _ = last.join(PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** May begin again, with a file that has no rows. */
  void allow() {
    live = 0;
    forbidden = false;
  }

  /** What was written to the old file since the snapshot, record by record under new numbers. */
  private static final class Tail {
    private final Path path;
    private final LogFile fresh;
    private long copied;

    Tail(Path path, long from, LogFile fresh) {
      this.path = path;
      this.copied = from;
      this.fresh = fresh;
    }

    long copied() {
      return copied;
    }

    void copyUpTo(long end) throws IOException {
      if (copied >= end) {
        return;
      }
      try (var in =
          new DataInputStream(new BufferedInputStream(new FileInputStream(path.toFile())))) {
        in.skipNBytes(copied);
        while (copied < end) {
          copyRecord(in);
        }
      }
    }

    private void copyRecord(DataInputStream in) throws IOException {
      in.skipNBytes(12);
      int length = in.readInt();
      in.skipNBytes(8);
      var record = new Sink(Frame.SIZE + length);
      Log.begin(record);
      byte[] payload = in.readNBytes(length);
      record.put(payload, 0, payload.length);
      fresh.append(record);
      copied += Frame.SIZE + length;
    }
  }
}
