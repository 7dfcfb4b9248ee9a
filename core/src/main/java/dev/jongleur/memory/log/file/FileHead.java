package dev.jongleur.memory.log.file;

import dev.jongleur.memory.log.record.DamagedException;
import dev.jongleur.memory.log.record.Sink;
import dev.jongleur.memory.log.record.Source;
import java.util.Arrays;
import java.util.zip.CRC32C;

/** How a log begins: what it is, in which version, and its salt, which is another for each file. */
public record FileHead(long salt) {
  public static final int SIZE = 24;

  /** "JONGLOG1": the last character is the version. */
  private static final long MAGIC = 0x4A4F4E474C4F4731L;

  public byte[] bytes() {
    var sink = new Sink(32);
    sink.putLong(MAGIC);
    sink.putLong(salt);
    sink.putInt(0);
    sink.putInt(crc(sink.bytes(), sink.size()));
    return Arrays.copyOf(sink.bytes(), SIZE);
  }

  /**
   * Reads the beginning of a file.
   *
   * @throws DamagedException when it is no log's
   */
  public static FileHead read(byte[] bytes) {
    var source = new Source(bytes);
    if (source.takeLong() != MAGIC) {
      throw new DamagedException("it is no log of this version");
    }
    var head = new FileHead(source.takeLong());
    if (!Arrays.equals(head.bytes(), Arrays.copyOf(bytes, SIZE))) {
      throw new DamagedException("its beginning is not what was written");
    }
    return head;
  }

  private static int crc(byte[] bytes, int length) {
    var crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
