package dev.jongleur.memory.log;

import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.log.file.BrokenFileException;
import dev.jongleur.memory.log.file.Disk;
import dev.jongleur.memory.log.file.Frame;
import dev.jongleur.memory.log.file.LogFile;
import dev.jongleur.memory.log.file.LogReader;
import dev.jongleur.memory.log.record.BatchWriter;
import dev.jongleur.memory.log.record.LoggedBatch;
import dev.jongleur.memory.log.record.ShapesWritten;
import dev.jongleur.memory.log.record.Sink;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The log of one partition. Thread-safe: batches come one after the other, as whoever hands them
 * over decides; those who wait for the disk wait together. Closed by whoever opened it.
 *
 * <p>When a batch cannot be written, nothing of it is kept and the next may be tried. When it
 * cannot be told what is kept, nothing more is taken: the partition has to be opened again.
 */
public final class Log implements AutoCloseable {
  /** A buffer that one large batch made larger than this is not kept. */
  private static final int BUFFER = 1 << 20;

  private final LogOptions options;
  private final OpenFiles files;
  private final Compaction compaction;
  private final SyncLater later;

  /** Held to make what was written last; taken before the other. */
  private final ReentrantLock syncing = new ReentrantLock();

  /** Held to write. */
  private final ReentrantLock writing = new ReentrantLock();

  private final ShapesWritten shapes = new ShapesWritten();
  private Sink sink = new Sink();
  private volatile LogFile file;
  private volatile long written;
  private volatile long synced;
  private volatile @Nullable StoreException broken;
  private volatile boolean closed;

  Log(LogOptions options, OpenFiles files, Compactions compactions, LogFile file, long live) {
    this.options = options;
    this.files = files;
    this.file = file;
    this.compaction = new Compaction(this, compactions, options.compactAt(), live);
    this.later = new SyncLater(this::syncLater);
  }

  /**
   * Takes note of a batch, whole or not at all.
   *
   * @param before all rows as they are without it, should that be wanted
   * @return what the writer does, holding no lock, before it tells that the batch is stored
   * @throws StoreException when it cannot be written; nothing of it is kept
   * @throws dev.jongleur.error.DataException when it holds a value that no log can; likewise
   */
  public Runnable append(LoggedBatch batch, Supplier<LogSnapshot> before) {
    writing.lock();
    try {
      checkUsable();
      if (compaction.isDue(file)) {
        shapes.clear();
        compaction.begin(before.get(), file);
      }
      write(batch);
      long ticket = written + 1;
      written = ticket;
      return waiting(ticket);
    } finally {
      writing.unlock();
    }
  }

  private void write(LoggedBatch batch) {
    boolean isWritten = false;
    try {
      begin(sink);
      new BatchWriter(sink, shapes).batch(batch);
      append(sink);
      isWritten = true;
    } finally {
      if (!isWritten) {
        // Whether a shape is in the file is not known: it is written again.
        shapes.clear();
      }
      if (sink.bytes().length > BUFFER) {
        sink = new Sink();
      }
    }
  }

  private void append(Sink record) {
    LogFile current = file;
    boolean wasOpen = current.isOpen();
    try {
      current.append(record);
    } catch (BrokenFileException e) {
      broken = failed("written to", e);
      throw failed("written to", e);
    } catch (IOException e) {
      throw failed("written to", e);
    }
    if (!wasOpen) {
      files.opened(this);
    }
  }

  /** Leaves room for a frame. */
  static void begin(Sink record) {
    record.cut(0);
    record.put(new byte[Frame.SIZE], 0, Frame.SIZE);
  }

  private Runnable waiting(long ticket) {
    return switch (options.fsync()) {
      case Fsync.Always() -> () -> syncUpTo(ticket);
      case Fsync.Interval(var time) -> {
        later.in(time);
        yield () -> {};
      }
      case Fsync.Never() -> () -> {};
    };
  }

  /** Returns when what was written up to a ticket survives a loss of power. */
  private void syncUpTo(long ticket) {
    if (synced >= ticket) {
      return;
    }
    syncing.lock();
    try {
      if (synced < ticket) {
        sync();
      }
    } finally {
      syncing.unlock();
    }
  }

  /** Holding {@link #syncing}: for all who wait at this moment. */
  private void sync() {
    throwBroken();
    long upTo = written;
    try {
      file.sync();
    } catch (IOException e) {
      broken = failed("made to last", e);
      throw failed("made to last", e);
    }
    synced = upTo;
  }

  private void syncLater() {
    syncUpTo(written);
  }

  /** Lets the file go for now if nobody is at it; whether it did. Waits for nobody. */
  boolean releaseIfIdle() {
    if (!syncing.tryLock()) {
      return false;
    }
    try {
      return writing.tryLock() && releaseFile();
    } finally {
      syncing.unlock();
    }
  }

  /** Holding both locks; gives back {@link #writing}. */
  private boolean releaseFile() {
    try {
      settle();
      file.release();
      return true;
    } catch (IOException | StoreException e) {
      return false;
    } finally {
      writing.unlock();
    }
  }

  /** Makes last what is promised to. */
  private void settle() {
    boolean promised = !(options.fsync() instanceof Fsync.Never);
    if (promised && broken == null && synced < written) {
      sync();
    }
  }

  /**
   * Puts a compacted file in the place of the old one.
   *
   * @param rest copies what was written meanwhile
   */
  void swap(LogFile old, LogFile fresh, Compaction.Rest rest) throws IOException {
    syncing.lock();
    writing.lock();
    try {
      if (closed || broken != null || file != old) {
        throw new StoppedException();
      }
      rest.copy();
      fresh.sync();
      fresh.release();
      old.release();
      Disk.replace(fresh.path(), old.path());
      file = fresh.renamed(old.path());
      synced = written;
    } finally {
      writing.unlock();
      syncing.unlock();
    }
  }

  /** Removes everything; what is written next begins a new file. */
  void erase() {
    endCompaction(false);
    syncing.lock();
    writing.lock();
    try {
      LogFile old = file;
      shapes.clear();
      file = LogReader.fresh(old.path());
      synced = written;
      old.remove();
    } catch (IOException e) {
      throw failed("removed", e);
    } finally {
      compaction.allow();
      writing.unlock();
      syncing.unlock();
    }
  }

  private void endCompaction(boolean closing) {
    writing.lock();
    try {
      compaction.forbid();
      closed |= closing;
    } finally {
      writing.unlock();
    }
    compaction.awaitEnd();
  }

  long size() {
    return file.size();
  }

  boolean isCompacting() {
    return compaction.isRunning();
  }

  private void checkUsable() {
    if (closed) {
      throw new ClosedException("The log " + file.path() + " is closed.");
    }
    throwBroken();
  }

  private void throwBroken() {
    StoreException cause = broken;
    if (cause != null) {
      throw new StoreException(
          "The log " + file.path() + " takes nothing more until it is opened again.", cause);
    }
  }

  private StoreException failed(String what, IOException e) {
    return new StoreException(
        "The log " + file.path() + " could not be " + what + ": " + e.getMessage() + ".", e);
  }

  /** Everything that was acknowledged is in the file, which is held no longer. */
  @Override
  public void close() {
    endCompaction(true);
    later.close();
    syncing.lock();
    writing.lock();
    try (AutoCloseable _ = file::release) {
      files.closed(this);
      settle();
    } catch (StoreException e) {
      throw e;
    } catch (Exception e) {
      throw new StoreException("The log " + file.path() + " could not be closed.", e);
    } finally {
      writing.unlock();
      syncing.unlock();
    }
  }
}
