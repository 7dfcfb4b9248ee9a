package dev.jongleur.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PartitionsTest {
  private static final Partition ACME = new Partition("acme");
  private static final Partition GLOBEX = new Partition("globex");

  /** Keeps nothing without a store, and notes what it was asked for. */
  private static class Noting implements Partitions.Opening {
    private final Budget budget = new Budget(Settings.of("memory"));
    final List<String> noted = java.util.Collections.synchronizedList(new ArrayList<>());

    @Override
    public Collections open(Partition partition) {
      noted.add("open " + partition.name());
      return new Collections(partition, budget, Journal.NONE, new Unread(Map.of()));
    }

    @Override
    public boolean keeps(Partition partition, Collections collections) {
      boolean isKept = collections.closed();
      noted.add((isKept ? "keep " : "close ") + partition.name());
      return isKept;
    }
  }

  @Test
  void a_partition_is_opened_with_its_first_store_and_closed_with_its_last() {
    var opening = new Noting();
    var partitions = new Partitions(opening);
    Collections rows = partitions.open(ACME);
    assertThat(partitions.open(ACME)).isSameAs(rows);
    Collections others = partitions.open(GLOBEX);
    partitions.release(ACME, rows);
    partitions.release(ACME, rows);
    partitions.release(ACME, rows);
    assertThat(partitions.open(ACME)).isNotSameAs(rows);
    assertThat(partitions.open(GLOBEX)).isSameAs(others);
    assertThat(opening.noted)
        .containsExactly("open acme", "open globex", "keep acme", "close acme", "open acme");
  }

  /** Among so many there are some that a map keeps beside it. */
  @Test
  @Timeout(60)
  void while_one_is_opened_or_closed_others_are() throws Exception {
    var begun = new CountDownLatch(2);
    var end = new CountDownLatch(1);
    var opening =
        new Noting() {
          @Override
          public Collections open(Partition partition) {
            hold(partition, "slow");
            return super.open(partition);
          }

          @Override
          public boolean keeps(Partition partition, Collections collections) {
            hold(partition, "leaving");
            return super.keeps(partition, collections);
          }

          private void hold(Partition partition, String which) {
            if (partition.name().equals(which)) {
              begun.countDown();
              try {
                end.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            }
          }
        };
    var partitions = new Partitions(opening);
    var leaving = new Partition("leaving");
    Collections left = partitions.open(leaving);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var slow = threads.submit(() -> partitions.open(new Partition("slow")));
      var last = threads.submit(() -> partitions.release(leaving, left));
      begun.await();
      var others = threads.submit(() -> openAndRelease(partitions));
      try {
        var _ = others.get(20, TimeUnit.SECONDS);
      } finally {
        end.countDown();
      }
      assertThat(slow.get()).isNotNull();
      assertThat(last.get()).isNull();
    }
  }

  private static void openAndRelease(Partitions partitions) {
    for (int i = 0; i < 2_000; i++) {
      var partition = new Partition("t" + i);
      partitions.release(partition, partitions.open(partition));
    }
  }

  @Test
  void what_cannot_be_opened_or_closed_is_opened_anew() {
    boolean[] fails = {true};
    var opening =
        new Noting() {
          @Override
          public Collections open(Partition partition) {
            failIfWanted();
            return super.open(partition);
          }

          @Override
          public boolean keeps(Partition partition, Collections collections) {
            failIfWanted();
            return super.keeps(partition, collections);
          }

          private void failIfWanted() {
            if (fails[0]) {
              throw new StoreException("no disk", new IllegalStateException());
            }
          }
        };
    var partitions = new Partitions(opening);
    assertThatThrownBy(() -> partitions.open(ACME)).isInstanceOf(StoreException.class);
    fails[0] = false;
    Collections rows = partitions.open(ACME);
    fails[0] = true;
    assertThatThrownBy(() -> partitions.release(ACME, rows)).isInstanceOf(StoreException.class);
    fails[0] = false;
    assertThat(partitions.open(ACME)).isNotSameAs(rows);
  }
}
