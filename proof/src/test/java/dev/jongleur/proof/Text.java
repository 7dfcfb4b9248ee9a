package dev.jongleur.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.util.List;
import java.util.stream.Stream;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.PrimitiveArrayDumpRecord;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.PrimitiveArrayDumpRecord.ByteArrayDump;
import shark.HprofRecord.HeapDumpRecord.ObjectRecord.PrimitiveArrayDumpRecord.CharArrayDump;

/** A text as it may lie in a heap: as characters, or as bytes of one or two for a character. */
final class Text {
  private final String text;
  private final List<byte[]> encoded;

  Text(String text) {
    this.text = text;
    this.encoded = Stream.of(ISO_8859_1, UTF_16LE, UTF_16BE).map(text::getBytes).toList();
  }

  boolean isIn(PrimitiveArrayDumpRecord array) {
    return switch (array) {
      case ByteArrayDump bytes ->
          encoded.stream().anyMatch(wanted -> isIn(bytes.getArray(), wanted));
      case CharArrayDump chars -> new String(chars.getArray()).contains(text);
      default -> false;
    };
  }

  private static boolean isIn(byte[] all, byte[] wanted) {
    for (int at = 0; at <= all.length - wanted.length; at++) {
      if (startsAt(at, all, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsAt(int at, byte[] all, byte[] wanted) {
    int i = 0;
    while (i < wanted.length && all[at + i] == wanted[i]) {
      i++;
    }
    return i == wanted.length;
  }
}
