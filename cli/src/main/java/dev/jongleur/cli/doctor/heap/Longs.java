package dev.jongleur.cli.doctor.heap;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Numbers, however many come: up to what an array holds. */
final class Longs {
  private long[] all;
  private int size;

  Longs(int expected) {
    this.all = new long[expected];
  }

  void add(long number) {
    if (size == all.length) {
      all = Arrays.copyOf(all, Math.max(size + (size >> 1), 1 << 16));
    }
    all[size++] = number;
  }

  int size() {
    return size;
  }

  void forEach(LongConsumer taker) {
    for (int i = 0; i < size; i++) {
      taker.accept(all[i]);
    }
  }

  long[] toArray() {
    return size == all.length ? all : Arrays.copyOf(all, size);
  }
}
