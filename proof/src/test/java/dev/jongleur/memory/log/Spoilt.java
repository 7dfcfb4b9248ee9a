package dev.jongleur.memory.log;

import java.util.Arrays;
import java.util.Random;

/** Bytes that are not what was written any more: once or several times over. */
final class Spoilt {
  private final Random random;
  private byte[] bytes;

  private Spoilt(Random random, byte[] bytes) {
    this.random = random;
    this.bytes = bytes;
  }

  /**
   * Spoils them.
   *
   * @param foreign from where pieces may come
   */
  static byte[] of(Random random, byte[] bytes, byte[] foreign) {
    var spoilt = new Spoilt(random, bytes.clone());
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      spoilt.once(foreign);
    }
    return spoilt.bytes;
  }

  /** Puts another byte in the place of one, if there is one. */
  static byte[] inOneByte(Random random, byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    byte[] spoilt = bytes.clone();
    spoilt[random.nextInt(bytes.length)] =
        (byte) (random.nextBoolean() ? random.nextInt(24) : random.nextInt(256));
    return spoilt;
  }

  private void once(byte[] foreign) {
    switch (random.nextInt(8)) {
      case 0, 1 -> flip();
      case 2 -> bytes = Arrays.copyOf(bytes, place());
      case 3 -> replace(place(), piece(foreign));
      case 4 -> splice(place(), place(), new byte[0]);
      case 5 -> replace(place(), piece(bytes));
      case 6 -> splice(bytes.length, bytes.length, piece(bytes));
      default -> replace(place(), new byte[random.nextInt(100)]);
    }
  }

  private void flip() {
    if (bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  /** Puts a piece in the place of as many bytes, or of none. */
  private void replace(int from, byte[] piece) {
    int to = random.nextBoolean() ? from : Math.min(bytes.length, from + piece.length);
    splice(from, to, piece);
  }

  private void splice(int one, int other, byte[] piece) {
    int from = Math.min(one, other);
    int to = Math.max(one, other);
    byte[] spliced = new byte[bytes.length - (to - from) + piece.length];
    System.arraycopy(bytes, 0, spliced, 0, from);
    System.arraycopy(piece, 0, spliced, from, piece.length);
    System.arraycopy(bytes, to, spliced, from + piece.length, bytes.length - to);
    bytes = spliced;
  }

  private byte[] piece(byte[] all) {
    int from = random.nextInt(all.length + 1);
    int to = random.nextInt(all.length + 1);
    return Arrays.copyOfRange(all, Math.min(from, to), Math.max(from, to));
  }

  private int place() {
    return random.nextInt(bytes.length + 1);
  }
}
