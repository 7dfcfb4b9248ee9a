package dev.jongleur.memory.log.file;

import dev.jongleur.memory.log.record.DamagedException;
import dev.jongleur.memory.log.record.Sink;
import dev.jongleur.memory.log.record.Source;
import java.util.zip.CRC32C;

/**
 * What stands before a record: a mark, the record's number in its file, its length, the checksum of
 * its payload, and one of all these and the file's own salt. So a frame is known for one wherever
 * it is found, and no value that somebody stored passes for it.
 */
public record Frame(long number, int length, int checksum) {
  public static final int SIZE = 24;
  static final int MARK = 0xA7_4A_4C_52;

  public static Frame of(long number, byte[] payload, int from, int length) {
    return new Frame(number, length, crc(payload, from, length));
  }

  boolean fits(byte[] payload) {
    return payload.length == length && crc(payload, 0, length) == checksum;
  }

  /** Writes itself into the room that was left for it. */
  public byte[] bytes(long salt) {
    var sink = new Sink(32);
    sink.putInt(MARK);
    sink.putLong(number);
    sink.putInt(length);
    sink.putInt(checksum);
    sink.putLong(salt);
    int own = crc(sink.bytes(), 0, sink.size());
    sink.cut(SIZE - 4);
    sink.putInt(own);
    return java.util.Arrays.copyOf(sink.bytes(), SIZE);
  }

  /**
   * Reads a frame.
   *
   * @throws DamagedException when there is none here
   */
  public static Frame read(byte[] bytes, int from, long salt) {
    var source = new Source(bytes, from, bytes.length);
    if (source.takeInt() != MARK) {
      throw new DamagedException("no record begins here");
    }
    var frame = new Frame(source.takeLong(), source.takeInt(), source.takeInt());
    int own = source.takeInt();
    var whole = new Source(frame.bytes(salt), SIZE - 4, SIZE);
    if (own != whole.takeInt() || frame.length < 0) {
      throw new DamagedException("the beginning of a record is not what was written");
    }
    return frame;
  }

  private static int crc(byte[] bytes, int from, int length) {
    var crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
