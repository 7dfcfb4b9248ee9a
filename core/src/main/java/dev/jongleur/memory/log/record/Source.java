package dev.jongleur.memory.log.record;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Reads what a {@link Sink} wrote, and nothing beyond its end. One thread's. */
public final class Source {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private final byte[] bytes;
  private final int end;
  private int at;

  public Source(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public Source(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  int left() {
    return end - at;
  }

  public int take() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  public int takeInt() {
    need(4);
    int number = (int) INT.get(bytes, at);
    at += 4;
    return number;
  }

  public long takeLong() {
    need(8);
    long number = (long) LONG.get(bytes, at);
    at += 8;
    return number;
  }

  long takeCount() {
    long number = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = take();
      number |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return number;
      }
    }
    throw new DamagedException("a number without an end");
  }

  /** How many of something follow, each of which takes at least so many bytes. */
  int takeSize(int atLeast) {
    long size = takeCount();
    if (size < 0 || size > left() / atLeast) {
      throw new DamagedException("more is announced than there is");
    }
    return (int) size;
  }

  public byte[] take(int length) {
    need(length);
    byte[] taken = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return taken;
  }

  private void need(int more) {
    if (more < 0 || left() < more) {
      throw new DamagedException("it ends too soon");
    }
  }
}
