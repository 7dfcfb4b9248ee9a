package dev.jongleur.memory.log.file;

import dev.jongleur.memory.log.record.Sink;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file of records, written at its end. Not by a channel, which an interrupted thread would close
 * for all. Guarded by the locks of its log; {@link #size} may be read by anybody.
 */
public final class LogFile {
  private final Path path;
  private final FileHead head;
  private long records;
  private volatile long size;
  private volatile @Nullable RandomAccessFile open;

  /**
   * A file as it is on disk.
   *
   * @param size 0 when there is none yet
   */
  LogFile(Path path, FileHead head, long records, long size) {
    this.path = path;
    this.head = head;
    this.records = records;
    this.size = size;
  }

  public Path path() {
    return path;
  }

  FileHead head() {
    return head;
  }

  public long size() {
    return size;
  }

  long records() {
    return records;
  }

  public boolean isOpen() {
    return open != null;
  }

  /** The same file under another name. */
  public LogFile renamed(Path other) {
    return new LogFile(other, head, records, size);
  }

  /**
   * Writes a record.
   *
   * @param record room for a {@link Frame}, then the payload
   * @throws IOException when it cannot be written; then the file ends where it did before
   * @throws BrokenFileException when it cannot be told where the file ends
   */
  public void append(Sink record) throws IOException {
    int length = record.size() - Frame.SIZE;
    Frame frame = Frame.of(records + 1, record.bytes(), Frame.SIZE, length);
    System.arraycopy(frame.bytes(head.salt()), 0, record.bytes(), 0, Frame.SIZE);
    RandomAccessFile file = opened();
    long end = size;
    try {
      file.seek(end);
      file.write(record.bytes(), 0, record.size());
    } catch (IOException e) {
      cut(file, e);
      throw e;
    }
    records++;
    size = end + record.size();
  }

  private void cut(RandomAccessFile file, IOException cause) throws IOException {
    try {
      file.setLength(size);
    } catch (IOException e) {
      cause.addSuppressed(e);
      throw new BrokenFileException(cause);
    }
  }

  private RandomAccessFile opened() throws IOException {
    RandomAccessFile file = open;
    if (file == null) {
      file = size == 0 ? created() : new RandomAccessFile(path.toFile(), "rw");
      open = file;
    }
    return file;
  }

  /** With its head, there for good, before the first record. */
  private RandomAccessFile created() throws IOException {
    var file = new RandomAccessFile(path.toFile(), "rw");
    try {
      file.setLength(0);
      file.write(head.bytes());
      file.getFD().sync();
      Disk.syncFolder(Disk.parent(path));
    } catch (IOException e) {
      file.close();
      Files.deleteIfExists(path);
      throw e;
    }
    size = FileHead.SIZE;
    return file;
  }

  /** Makes what was written last. */
  public void sync() throws IOException {
    RandomAccessFile file = open;
    if (file != null) {
      file.getFD().sync();
    }
  }

  /** Holds the file open no longer; the next record opens it again. */
  public void release() throws IOException {
    RandomAccessFile file = open;
    open = null;
    if (file != null) {
      file.close();
    }
  }

  public void remove() throws IOException {
    release();
    Disk.remove(path);
  }
}
