package dev.jongleur.model;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.admission.Admission;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.StoreException;
import dev.jongleur.operation.call.Call;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import dev.jongleur.query.Where;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import dev.jongleur.relation.Includes;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a space: nobody's call is cut off, and nobody waits who need not. */
@Timeout(20)
class RetireTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  private final Registry registry = new Registry(InstantSource.system());

  @AfterEach
  void nothing_is_left() {
    assertThat(registry.leases()).isZero();
    assertThat(registry.tenantRegistries()).isZero();
  }

  private ModelSpace space(Settings settings) {
    OpenedStore store = registry.open(settings, Partition.WHOLE, new Object());
    var space = new ModelSpace("The space", registry, List.of(store));
    var _ = space.define(USER, store);
    return space;
  }

  private ModelSpace memory() {
    return space(Settings.of("memory"));
  }

  private ModelSpace failing() {
    return space(Settings.of("grudging").with("refuses", "store close"));
  }

  @Test
  void who_retires_does_not_wait_and_the_last_one_inside_closes() {
    ModelSpace space = memory();
    int leases =
        space.during(() -> {
          space.retire();
          space.retire();
          assertThat(space.whileOpen(() -> "in")).isEmpty();
          assertThat(space.model("User").store().count(USER, all())).isZero();
          return registry.leases();
        });
    assertThat(leases).isPositive();
    assertThat(registry.leases()).isZero();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> space.during(() -> "in"));
  }

  private static Where all() {
    return Where.all();
  }

  @Test
  void a_stream_that_fails_to_close_as_its_space_goes_is_counted_out_once() {
    ModelSpace space = space(Settings.of("grudging").with("refuses", "cursor close"));
    int leases =
        space.during(() -> {
          assertThatExceptionOfType(StoreException.class)
              .isThrownBy(() -> space.open(() -> openedAsItGoes(space), Admission.FREE));
          // This call is still inside.
          return registry.leases();
        });
    assertThat(leases).isPositive();
  }

  private static Pieces openedAsItGoes(ModelSpace space) {
    Call call = Call.of(space.model("User"), Options.NONE);
    Pieces pieces = Pieces.open(call, Filter.all(), Includes::attach);
    space.retire();
    return pieces;
  }

  @Test
  void closing_from_inside_waits_neither_for_oneself_nor_for_others() {
    ModelSpace one = memory();
    ModelSpace two = memory();
    var _ =
        one.during(() ->
            two.during(() -> {
              one.close();
              two.close();
              return registry.leases();
            }));
    one.close();
    two.close();
  }

  @Test
  void closing_waits_for_what_was_retired() throws Exception {
    ModelSpace space = memory();
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> call =
          threads.submit(() ->
              space.during(() -> {
                inside.countDown();
                awaitQuietly(goOn);
                return "done";
              }));
      inside.await();
      space.retire();
      Future<?> closing = threads.submit(space::close);
      assertThat(closing.isDone()).isFalse();
      goOn.countDown();
      closing.get(10, TimeUnit.SECONDS);
      assertThat(registry.leases()).isZero();
      assertThat(call.get()).isEqualTo("done");
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_closing_that_fails_is_told_to_the_first_who_asks() {
    ModelSpace space = failing();
    assertThatExceptionOfType(StoreException.class).isThrownBy(space::close);
    space.close();
    assertThat(registry.failedClosings()).isZero();
  }

  @Test
  void a_retirement_that_fails_is_counted() {
    ModelSpace space = failing();
    space.retire();
    assertThat(registry.failedClosings()).isEqualTo(1);
    space.close();
  }

  @Test
  void a_closing_from_inside_that_fails_is_counted_and_leaves_the_call_alone() {
    ModelSpace space = failing();
    String answer =
        space.during(() -> {
          space.close();
          return "done";
        });
    assertThat(answer).isEqualTo("done");
    assertThat(registry.failedClosings()).isEqualTo(1);
  }

  @Test
  void who_gives_up_waiting_leaves_it_to_the_last_one_inside() throws Exception {
    ModelSpace space = failing();
    var inside = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> call =
          threads.submit(() ->
              space.during(() -> {
                inside.countDown();
                awaitQuietly(goOn);
                return "done";
              }));
      inside.await();
      Thread.currentThread().interrupt();
      space.close();
      assertThat(Thread.interrupted()).isTrue();
      assertThat(registry.leases()).isPositive();
      goOn.countDown();
      assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }
    assertThat(registry.failedClosings()).isEqualTo(1);
  }
}
