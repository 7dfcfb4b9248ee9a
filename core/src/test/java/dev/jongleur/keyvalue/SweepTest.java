package dev.jongleur.keyvalue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.ClockByHand;
import dev.jongleur.connector.KeyValueStore;
import dev.jongleur.connector.Partition;
import dev.jongleur.error.ClosedException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of keys that nobody touches any more. */
class SweepTest {
  private static final Partition ACME = new Partition("acme");
  private static final Partition GLOBEX = new Partition("globex");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ClockByHand clock = new ClockByHand();
  private final KeyValueConnector connector =
      new KeyValueConnector(new Bounds(1_000_000, 1_000_000), clock);

  private KeyValueStore store(Partition partition) {
    return (KeyValueStore) connector.store(partition);
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void a_key_that_is_over_leaves_no_byte() {
    try (KeyValueStore acme = store(ACME);
        KeyValueStore globex = store(GLOBEX)) {
      IntStream.range(0, 100).forEach(i -> acme.set("S", "k" + i, "v", MINUTE));
      globex.set("S", "k", "v", MINUTE.multipliedBy(2));
      clock.pass(MINUTE);
      connector.dues().sweep();
      assertThat(connector.partitions()).containsExactly("globex");
      assertThat(connector.dues().size()).isEqualTo(1);
      clock.pass(MINUTE);
      connector.dues().sweep();
      assertThat(connector.figures()).containsEntry("bytes", 0L);
    }
  }

  @Test
  void a_partition_without_keys_or_stores_is_forgotten() {
    try (KeyValueStore acme = store(ACME)) {
      acme.set("S", "k", "v", MINUTE);
    }
    assertThat(connector.isKnown(ACME)).isTrue();
    clock.pass(MINUTE);
    connector.dues().sweep();
    assertThat(connector.isKnown(ACME)).isFalse();
    store(GLOBEX).close();
    assertThat(connector.isKnown(GLOBEX)).isFalse();
  }

  @Test
  void erasing_gives_every_byte_back_and_leaves_a_store_that_is_open_usable() {
    try (KeyValueStore acme = store(ACME);
        KeyValueStore globex = store(GLOBEX)) {
      acme.set("S", "k", "v", MINUTE);
      globex.set("S", "k", "v");
      connector.erase(ACME);
      assertThat(connector.dues().size()).isZero();
      acme.set("S", "k", "w");
      assertThat(acme.get("S", "k")).contains("w");
      assertThat(globex.get("S", "k")).contains("v");
      connector.erase(ACME);
      connector.erase(GLOBEX);
      assertThat(connector.figures()).containsEntry("bytes", 0L);
    }
  }

  @Test
  void there_is_one_thread_for_all_from_the_first_expiry_to_the_close() throws Exception {
    assertThat(connector.dues().timer().thread()).isEmpty();
    try (KeyValueStore acme = store(ACME);
        KeyValueStore globex = store(GLOBEX)) {
      acme.set("S", "k", "v");
      assertThat(connector.dues().timer().thread()).isEmpty();
      acme.set("S", "k", "v", MINUTE);
      Thread one = connector.dues().timer().thread().orElseThrow();
      globex.set("S", "k", "v", MINUTE);
      assertThat(connector.dues().timer().thread()).contains(one);
      connector.close();
      assertThat(one.isAlive()).isFalse();
      assertThatThrownBy(() -> acme.get("S", "k")).isInstanceOf(ClosedException.class);
    }
  }

  @Test
  void what_many_do_at_once_adds_up() throws Exception {
    try (KeyValueStore acme = store(ACME)) {
      atOnce(acme);
      clock.pass(MINUTE.multipliedBy(2));
      connector.dues().sweep();
      assertThat(connector.dues().size()).isZero();
      acme.deleteAll("S");
      assertThat(connector.figures()).containsEntry("bytes", 0L);
    }
  }

  private void atOnce(KeyValueStore store) {
    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 8; thread++) {
        int seed = thread;
        many.execute(() -> IntStream.range(0, 2_000).forEach(i -> act(store, seed + i)));
      }
    }
  }

  private void act(KeyValueStore store, int i) {
    String key = "k" + i % 7;
    switch (i % 6) {
      case 0, 1 -> store.set("S", key, Map.of("i", (long) i), MINUTE);
      case 2 -> store.set("S", key, "x".repeat(i % 50));
      case 3 -> store.expire("S", key, MINUTE);
      case 4 -> store.delete("S", key);
      default -> connector.erase(ACME);
    }
  }
}
