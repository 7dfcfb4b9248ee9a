package dev.jongleur.memory.log.file;

import dev.jongleur.error.StoreException;
import dev.jongleur.memory.log.record.DamagedException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;

/**
 * Reads a log from its beginning and decides what there is: records, a torn last one that is cut
 * off, or damage. Used once, by one thread.
 */
public final class LogReader {
  private static final Logger LOG = System.getLogger("dev.jongleur.memory.log");
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final boolean cutsDamage;
  private final Consumer<byte[]> payloads;
  private long length;
  private long at;
  private long records;

  /**
   * A reader of a file that may not be there.
   *
   * @param payloads is handed each record's payload in turn; may throw {@link DamagedException}
   */
  public LogReader(Path path, boolean cutsDamage, Consumer<byte[]> payloads) {
    this.path = path;
    this.cutsDamage = cutsDamage;
    this.payloads = payloads;
  }

  /** A file that nothing was written to. */
  public static LogFile fresh(Path path) {
    return new LogFile(path, new FileHead(new SecureRandom().nextLong()), 0, 0);
  }

  /**
   * Reads all records.
   *
   * @throws StoreException when the file cannot be read, or is damaged elsewhere than at its end
   */
  public LogFile read() {
    try {
      length = Files.exists(path) ? Files.size(path) : 0;
      return length == 0 ? fresh(path) : readFile();
    } catch (IOException e) {
      throw new StoreException("The log " + path + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private LogFile readFile() throws IOException {
    try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER)) {
      if (length < FileHead.SIZE || isBlank()) {
        cut("the beginning of a file");
        return fresh(path);
      }
      FileHead head = head(in);
      at = FileHead.SIZE;
      while (at < length && isRecord(in, head)) {
        records++;
      }
      return new LogFile(path, head, records, at);
    }
  }

  private FileHead head(InputStream in) throws IOException {
    try {
      return FileHead.read(in.readNBytes(FileHead.SIZE));
    } catch (DamagedException e) {
      throw damaged(e);
    }
  }

  /** Reads the next record; false where the file is cut off instead. */
  private boolean isRecord(InputStream in, FileHead head) throws IOException {
    try {
      byte[] payload = payload(in, head);
      at += Frame.SIZE + payload.length;
      hand(payload);
      return true;
    } catch (DamagedException e) {
      if (!cutsDamage && new LaterRecord(path, head.salt(), records + 1).isBehind(at)) {
        throw damaged(e);
      }
      cut("a record that was not written to its end");
      return false;
    }
  }

  private byte[] payload(InputStream in, FileHead head) throws IOException {
    Frame frame = Frame.read(in.readNBytes(Frame.SIZE), 0, head.salt());
    if (frame.number() != records + 1) {
      throw new DamagedException(
          "record " + (records + 1) + " is missing, " + frame.number() + " follows");
    }
    if (frame.length() > length - at - Frame.SIZE) {
      throw new DamagedException("the record ends too soon");
    }
    byte[] payload = in.readNBytes(frame.length());
    if (!frame.fits(payload)) {
      throw new DamagedException("the record is not what was written");
    }
    return payload;
  }

  /** What has the right checksum and still cannot be read was never torn. */
  private void hand(byte[] payload) {
    try {
      payloads.accept(payload);
    } catch (DamagedException e) {
      at -= Frame.SIZE + payload.length;
      throw damaged(e);
    }
  }

  private void cut(String what) throws IOException {
    LOG.log(
        Level.WARNING,
        "The log {0} ended with {1}: {2} bytes were cut off behind {3}, after {4} records.",
        path,
        what,
        length - at,
        at,
        records);
    try (var file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(at);
      file.getFD().sync();
    }
  }

  /** Whether it holds nothing but zeros: its head was never written to the disk. */
  private boolean isBlank() throws IOException {
    try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER)) {
      int next = in.read();
      while (next == 0) {
        next = in.read();
      }
      return next < 0;
    }
  }

  private StoreException damaged(DamagedException how) {
    return new StoreException(
        "The log "
            + path
            + " is damaged at byte "
            + at
            + ": "
            + how.getMessage()
            + ". Nothing was changed. Put back a copy, or open it with the setting"
            + " \"onDamage\": \"cut\" to lose what follows.",
        how);
  }
}
