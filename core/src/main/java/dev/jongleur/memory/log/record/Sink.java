package dev.jongleur.memory.log.record;

import dev.jongleur.error.DataException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Bytes that grow as they are written. One thread's. */
public final class Sink {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private static final int MOST = 1 << 30;

  private byte[] bytes;
  private int size;

  public Sink() {
    this(512);
  }

  public Sink(int room) {
    this.bytes = new byte[room];
  }

  public int size() {
    return size;
  }

  /** What was written; only the first {@link #size} count, and only until more is. */
  public byte[] bytes() {
    return bytes;
  }

  /** Forgets what was written behind a place. */
  public void cut(int place) {
    size = place;
  }

  public void put(int oneByte) {
    room(1);
    bytes[size++] = (byte) oneByte;
  }

  public void putInt(int number) {
    room(4);
    INT.set(bytes, size, number);
    size += 4;
  }

  /** Puts a number where there is one already. */
  public void putInt(int place, int number) {
    INT.set(bytes, place, number);
  }

  public void putLong(long number) {
    room(8);
    LONG.set(bytes, size, number);
    size += 8;
  }

  /** A number of a few bytes when it is small, and not negative. */
  void putCount(long number) {
    room(10);
    long rest = number;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  public void put(byte[] more, int from, int length) {
    room(length);
    System.arraycopy(more, from, bytes, size, length);
    size += length;
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      if (more > MOST - size) {
        throw new DataException(
            "What is to be stored together takes more than " + MOST + " bytes.");
      }
      bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, Math.max(bytes.length * 2L, size + more)));
    }
  }
}
