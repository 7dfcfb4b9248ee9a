package dev.jongleur.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.StoreException;
import dev.jongleur.event.ConnectionEvent;
import dev.jongleur.event.ConnectionEvent.Connected;
import dev.jongleur.event.ConnectionEvent.Failed;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** F-119, F-125 to F-127: a backend that has to be reached first. */
class ConnectingTest {
  private final CountDownLatch arrived = new CountDownLatch(1);
  private final CountDownLatch door = new CountDownLatch(1);
  private final AtomicInteger tries = new AtomicInteger();

  private static DataSource open(Runnable reach, String key, int number) {
    return DataSource.open(Settings.of("grudging").with("reach", reach).with(key, number));
  }

  private void waitAtTheDoor() {
    tries.incrementAndGet();
    arrived.countDown();
    try {
      door.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void the_first_use_of_rows_connects_and_making_does_not() {
    try (DataSource db = open(tries::incrementAndGet, "connectionTimeout", 60_000)) {
      Model users = db.define("User", _ -> {});
      var _ = users.make(Map.of("name", "Ada"));
      assertThat(db.isConnected()).isFalse();
      assertThat(users.count()).isZero();
      assertThat(users.count()).isZero();
      assertThat(tries).hasValue(1);
    }
  }

  @Test
  void all_who_wait_hear_of_a_failure_and_the_next_call_tries_again() {
    Runnable first =
        () -> {
          if (tries.incrementAndGet() == 1) {
            throw new StoreException("No answer.");
          }
        };
    List<ConnectionEvent> events = new CopyOnWriteArrayList<>();
    try (DataSource db = open(first, "connectionTimeout", 60_000);
        var _ = db.listen(events::add)) {
      Model users = db.define("User", _ -> {});
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(users::count)
          .withMessage("No answer.");
      assertThat(users.count()).isZero();
    }
    assertThat(events).hasExactlyElementsOfTypes(Failed.class, Connected.class);
  }

  @Test
  void an_error_of_the_virtual_machine_keeps_nobody_waiting_and_the_next_call_tries_again() {
    Runnable first =
        () -> {
          if (tries.incrementAndGet() == 1) {
            throw new NoClassDefFoundError("org/example/Driver");
          }
        };
    try (DataSource db = open(first, "connectionTimeout", 2_000)) {
      Model users = db.define("User", _ -> {});
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(users::count)
          .withCauseInstanceOf(NoClassDefFoundError.class)
          .satisfies(failure -> assertThat(failure.code()).isEqualTo("STORE_FAILED"));
      assertThat(users.count()).isZero();
    }
  }

  @Test
  void who_has_waited_long_enough_is_told_how_long() {
    try (DataSource db = open(this::waitAtTheDoor, "connectionTimeout", 10)) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(db::connect)
          .satisfies(late -> assertThat(late.code()).isEqualTo("TIMEOUT"))
          .withMessageContaining("10 ms");
      door.countDown();
    }
  }

  @Test
  void no_more_wait_than_may() throws Exception {
    try (DataSource db = open(this::waitAtTheDoor, "maxOfflineRequests", 1);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Model users = db.define("User", _ -> {});
      Future<Long> waiting = threads.submit(() -> users.count());
      arrived.await();
      assertThatExceptionOfType(LimitException.class)
          .isThrownBy(users::count)
          .satisfies(full -> assertThat(full.limit()).isEqualTo("maxOfflineRequests"));
      door.countDown();
      assertThat(waiting.get()).isZero();
      assertThat(tries).hasValue(1);
    }
  }
}
