package dev.jongleur.memory.log.file;

import dev.jongleur.memory.log.record.DamagedException;
import dev.jongleur.memory.log.record.Sink;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Looks for a record behind one that cannot be read: if there is one, that was not the last, and so
 * not torn. Goes through the file once.
 */
final class LaterRecord {
  private static final int BUFFER = 1 << 16;

  private final Path path;
  private final long salt;
  private final long number;

  LaterRecord(Path path, long salt, long number) {
    this.path = path;
    this.salt = salt;
    this.number = number;
  }

  boolean isBehind(long place) throws IOException {
    try (InputStream in = new BufferedInputStream(new FileInputStream(path.toFile()), BUFFER)) {
      in.skipNBytes(place);
      int last = 0;
      for (int next = in.read(); next >= 0; next = in.read()) {
        last = last << 8 | next;
        if (last == Frame.MARK && isFrame(in)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Whether what follows the mark is the rest of a later record's frame; reads nothing away. */
  private boolean isFrame(InputStream in) throws IOException {
    in.mark(Frame.SIZE);
    byte[] rest = in.readNBytes(Frame.SIZE - 4);
    in.reset();
    var frame = new Sink(32);
    frame.putInt(Frame.MARK);
    frame.put(rest, 0, rest.length);
    return rest.length == Frame.SIZE - 4 && isLater(frame.bytes());
  }

  private boolean isLater(byte[] frame) {
    try {
      return Frame.read(frame, 0, salt).number() > number;
    } catch (DamagedException e) {
      return false;
    }
  }
}
