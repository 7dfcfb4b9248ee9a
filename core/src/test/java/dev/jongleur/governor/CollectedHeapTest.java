package dev.jongleur.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.observer.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** This JVM's own heap. */
class CollectedHeapTest {
  private static final long MEGABYTES = 64L << 20;

  private final CollectedHeap heap = CollectedHeap.ofThisProcess();

  @Test
  void it_measures_what_is_alive_after_a_collection() {
    long before = live();
    List<byte[]> held = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      held.add(new byte[1 << 20]);
    }
    long holding = live();
    assertThat(holding - before).isBetween(MEGABYTES * 9 / 10, MEGABYTES * 3 / 2);
    assertThat(held).hasSize(64);
    held.clear();
    assertThat(holding - live()).isGreaterThan(MEGABYTES * 9 / 10);
  }

  private long live() {
    System.gc();
    System.gc();
    Heap.Reading reading = heap.read();
    assertThat(reading.live()).isPositive().isLessThanOrEqualTo(reading.maximum());
    return reading.live();
  }

  @Test
  void it_calls_back_after_a_collection_until_the_subscription_is_closed() {
    var closed = new AtomicInteger();
    var open = new AtomicInteger();
    Subscription first = heap.afterCollections(closed::incrementAndGet);
    try (Subscription _ = heap.afterCollections(open::incrementAndGet)) {
      System.gc();
      await().until(() -> open.get() > 0 && closed.get() > 0);
      first.close();
      first.close();
      int before = open.get();
      int last = closed.get();
      System.gc();
      await().until(() -> open.get() > before);
      assertThat(closed).hasValue(last);
    }
  }

  @Test
  void garbage_is_not_counted() {
    long before = live();
    long allocated = 0;
    for (int i = 0; i < 64; i++) {
      allocated += new byte[1 << 20].length;
    }
    assertThat(allocated).isEqualTo(MEGABYTES);
    assertThat(live() - before).isLessThan(MEGABYTES / 4);
    assertThat(heap.read().collections()).isPositive();
  }
}
