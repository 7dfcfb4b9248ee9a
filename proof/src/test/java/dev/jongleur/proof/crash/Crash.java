package dev.jongleur.proof.crash;

import dev.jongleur.proof.crash.Chronicle.Written;
import java.util.Arrays;
import java.util.Random;

/**
 * What a crash leaves of a log: all up to some byte, and perhaps behind it what was never there.
 */
final class Crash {
  /** How long the beginning of a log is, which is on the disk before anything else. */
  private static final int HEAD = 24;

  private static final int MOST_TORN = 300;

  private final Random random;

  Crash(Random random) {
    this.random = random;
  }

  /** At which byte. */
  int place(Written log) {
    return random.nextInt(log.bytes().length + 1);
  }

  /** What is found then. */
  byte[] left(Written log, int place) {
    byte[] left = Arrays.copyOf(log.bytes(), place);
    return place < HEAD || random.nextBoolean() ? left : torn(left);
  }

  /** Blocks that were given to a file and not written are zeros, or what was there before. */
  private byte[] torn(byte[] left) {
    byte[] rest = new byte[random.nextInt(MOST_TORN)];
    if (random.nextBoolean()) {
      random.nextBytes(rest);
    }
    byte[] torn = Arrays.copyOf(left, left.length + rest.length);
    System.arraycopy(rest, 0, torn, left.length, rest.length);
    return torn;
  }
}
