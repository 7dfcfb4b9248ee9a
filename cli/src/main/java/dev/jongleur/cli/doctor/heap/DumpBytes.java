package dev.jongleur.cli.doctor.heap;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A dump's bytes, mapped rather than read. Records begin with the object's id; what follows has a
 * fixed place.
 */
final class DumpBytes implements AutoCloseable {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  private final Arena arena;
  private final MemorySegment bytes;
  private final int idBytes;

  private DumpBytes(Arena arena, MemorySegment bytes, int idBytes) {
    this.arena = arena;
    this.bytes = bytes;
    this.idBytes = idBytes;
  }

  @SuppressWarnings("MustBeClosedChecker") // closed with the bytes
  static DumpBytes map(Path file, int idBytes) throws IOException {
    Arena arena = Arena.ofShared();
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      var all = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
      return new DumpBytes(arena, all, idBytes);
    } catch (IOException | RuntimeException e) {
      arena.close();
      throw e;
    }
  }

  int idBytes() {
    return idBytes;
  }

  long id(long position) {
    return idBytes == Long.BYTES
        ? bytes.get(LONG, position)
        : Integer.toUnsignedLong(bytes.get(INT, position));
  }

  /** Where the fields of an instance, or the elements of an array of objects, begin. */
  long values(long record) {
    return record + 2L * idBytes + 2 * Integer.BYTES;
  }

  /** The id of the class of an instance. */
  long instanceClass(long record) {
    return id(record + idBytes + Integer.BYTES);
  }

  /** The id of the class of an array of objects. */
  long arrayClass(long record) {
    return id(record + idBytes + 2 * Integer.BYTES);
  }

  int arrayLength(long record) {
    return bytes.get(INT, record + idBytes + Integer.BYTES);
  }

  /** Of an array of primitives. */
  Primitive elementType(long record) {
    return Primitive.of(bytes.get(JAVA_BYTE, record + idBytes + 2 * Integer.BYTES));
  }

  /** The elements of an array of bytes. */
  byte[] byteArray(long record) {
    long start = record + idBytes + 2 * Integer.BYTES + 1;
    return bytes.asSlice(start, arrayLength(record)).toArray(JAVA_BYTE);
  }

  /** A whole number of so many bytes. */
  long number(long position, int width) {
    return switch (width) {
      case 1 -> bytes.get(JAVA_BYTE, position);
      case 2 -> bytes.get(SHORT, position);
      case 4 -> bytes.get(INT, position);
      default -> bytes.get(LONG, position);
    };
  }

  @Override
  public void close() {
    arena.close();
  }
}
