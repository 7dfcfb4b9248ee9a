package dev.jongleur.registry;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import dev.jongleur.observer.Hook;
import dev.jongleur.query.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Law 4: closing is exact. */
class ClosingTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void nothing_works_after_closing() {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    db.close();
    List<ThrowingCallable> uses =
        List.of(
            () -> users.find(),
            () -> users.create(Map.of()),
            () -> users.definition(),
            () -> users.observe(Hook.ACCESS, _ -> {}),
            () -> users.scope("x").count(),
            () -> users.deleteAll(Filter.all()),
            () -> db.define("Other", _ -> {}),
            () -> db.model("User"),
            () -> db.automigrate(),
            () -> db.capabilities(),
            () -> db.ping());
    for (ThrowingCallable use : uses) {
      ClosedException closed = catchThrowableOfType(ClosedException.class, use);
      assertThat(closed).isNotNull().extracting(ClosedException::code).isEqualTo("CLOSED");
    }
    assertThat(db.models()).isEmpty();
    assertThat(db.id()).isNotEmpty();
  }

  @Test
  void closing_waits_for_a_call_in_flight() throws Exception {
    DataSource db = nothing.memory();
    Model users = db.define("User", u -> u.property("name", STRING));
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    var _ =
        users.observe(
            Hook.BEFORE_SAVE,
            _ -> {
              inside.countDown();
              awaitQuietly(goOn);
            });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> creating = threads.submit(() -> users.create(Map.of("name", "Ada")));
      inside.await();
      Future<?> closing = threads.submit(db::close);
      await().until(() -> isClosed(users));
      assertThat(closing.isDone()).isFalse();
      goOn.countDown();
      assertThat(creating.get(10, TimeUnit.SECONDS)).isNotNull();
      closing.get(10, TimeUnit.SECONDS);
    }
  }

  private static boolean isClosed(Model model) {
    try {
      var _ = model.definition();
      return false;
    } catch (ClosedException e) {
      return true;
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"close", "store close"})
  void a_step_that_fails_does_not_stop_the_rest(String refused) {
    ModelRegistry registry = nothing.registry();
    DataSource db = registry.open(Settings.of("grudging").with("refuses", refused));
    assertThatExceptionOfType(StoreException.class).isThrownBy(db::close);
    assertThat(registry.stats().leases()).isZero();
    assertThat(registry.stats().tenantRegistries()).isZero();
    db.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"open", "store"})
  void what_cannot_be_opened_leaves_nothing(String refused) {
    ModelRegistry registry = nothing.registry();
    for (int i = 0; i < 10; i++) {
      assertThatExceptionOfType(StoreException.class)
          .isThrownBy(() -> registry.open(Settings.of("grudging").with("refuses", refused)));
    }
    assertThat(registry.stats().leases()).isZero();
    assertThat(registry.stats().tenantRegistries()).isZero();
    assertThat(registry.stats().dataSourcesOpened()).isZero();
  }

  @Test
  void every_step_is_taken_and_every_failure_told() {
    var steps = new ArrayList<Integer>();
    var closing =
        new Closing()
            .also(() -> failing("first"))
            .also(() -> steps.add(1))
            .also(() -> failing("second"))
            .also(() -> steps.add(2));
    StoreException failure = catchThrowableOfType(StoreException.class, closing::finish);
    assertThat(steps).containsExactly(1, 2);
    assertThat(failure).hasRootCauseMessage("first");
    assertThat(failure.getSuppressed()).hasSize(1);
  }

  private static void failing(String message) throws Exception {
    throw new java.io.IOException(message);
  }
}
