package dev.jongleur.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.ClockByHand;
import dev.jongleur.Race;
import dev.jongleur.event.Alert;
import dev.jongleur.event.Alert.Kind;
import dev.jongleur.event.AlertListener;
import dev.jongleur.policy.GovernorPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Once when it begins, and again only after it was over. */
class AlertsTest {
  private final ClockByHand clock = new ClockByHand();
  private final List<Alert> told = new ArrayList<>();
  private final Alerts alerts =
      new Alerts(GovernorPolicy.classic(), List.of(told::add), clock, Runnable::run);

  private void look(long megabytes, int registries) {
    alerts.look(new Heap.Reading(megabytes << 20, 4_000L << 20, 1), registries);
  }

  @Test
  void many_tenant_registries_are_told_once_for_each_episode() {
    look(0, 50);
    assertThat(told).isEmpty();
    look(0, 51);
    look(0, 60);
    look(0, 46);
    look(0, 51);
    assertThat(told).hasSize(1);
    look(0, 45);
    look(0, 51);
    assertThat(told).extracting(Alert::kind).containsOnly(Kind.TENANT_REGISTRIES).hasSize(2);
    assertThat(told.getFirst())
        .isEqualTo(
            new Alert(
                Kind.TENANT_REGISTRIES,
                "51 tenants hold something, more than 50.",
                51,
                50,
                clock.instant()));
  }

  @Test
  void a_full_heap_is_told_once_for_each_episode() {
    look(512, 0);
    assertThat(told).isEmpty();
    look(513, 0);
    look(900, 0);
    look(470, 0);
    look(600, 0);
    look(400, 0);
    clock.pass(Duration.ofSeconds(59));
    look(400, 0);
    look(600, 0);
    look(400, 0);
    assertThat(told).hasSize(1);
    clock.pass(Duration.ofSeconds(60));
    look(400, 0);
    look(600, 0);
    assertThat(told).extracting(Alert::value).containsExactly(513L << 20, 600L << 20);
    assertThat(told).extracting(Alert::threshold).containsOnly(512L << 20);
    assertThat(told.getFirst())
        .extracting(Alert::message)
        .isEqualTo("513 MB of the heap are alive, more than 512.");
  }

  @Test
  void many_tenants_in_a_minute_are_told_of() {
    for (int i = 0; i < 50; i++) {
      alerts.unfolded();
      clock.pass(Duration.ofSeconds(1));
    }
    clock.pass(Duration.ofSeconds(20));
    for (int i = 0; i < 11; i++) {
      alerts.unfolded();
    }
    assertThat(told).isEmpty();
    alerts.unfolded();
    alerts.unfolded();
    assertThat(told).extracting(Alert::kind).containsExactly(Kind.RAPID_CREATION);
    clock.pass(Duration.ofMinutes(2));
    look(0, 0);
    for (int i = 0; i < 51; i++) {
      alerts.unfolded();
    }
    assertThat(told).hasSize(2);
  }

  @Test
  void many_tenants_in_the_same_second_are_told_of_once() throws Exception {
    var _ =
        Race.of(
            8,
            _ -> {
              for (int i = 0; i < 100; i++) {
                alerts.unfolded();
              }
              return 1;
            });
    assertThat(told).hasSize(1);
  }

  /** While the first one was counted and looks at its count, sixty others come. */
  @Test
  void a_count_that_others_have_overtaken_ends_no_episode() {
    var looks = new AtomicInteger();
    var crowded = new AtomicReference<Alerts>();
    InstantSource overtaken =
        () -> {
          if (looks.incrementAndGet() == 2) {
            unfold(crowded.get(), 60);
          }
          return clock.instant();
        };
    crowded.set(new Alerts(GovernorPolicy.classic(), List.of(told::add), overtaken, Runnable::run));
    unfold(crowded.get(), 2);
    assertThat(told).hasSize(1);
  }

  private static void unfold(Alerts alerts, int tenants) {
    for (int i = 0; i < tenants; i++) {
      alerts.unfolded();
    }
  }

  @Test
  void a_leak_is_told_of_and_again_after_a_minute_without() {
    alerts.leaked("The data source a");
    alerts.leaked("The data source b");
    clock.pass(Duration.ofSeconds(59));
    look(0, 0);
    alerts.leaked("The data source c");
    assertThat(told).hasSize(1);
    assertThat(told.getFirst().message()).contains("The data source a was dropped");
    clock.pass(Duration.ofSeconds(61));
    look(0, 0);
    alerts.leaked("The data source d");
    assertThat(told).extracting(Alert::kind).containsExactly(Kind.LEAK, Kind.LEAK);
  }

  @Test
  void failures_of_cleaning_up_are_told_of_until_one_goes_well() {
    alerts.cleanUpFailed(new IllegalStateException("no"));
    alerts.cleanUpFailed(new IllegalStateException("no"));
    assertThat(told).hasSize(1);
    alerts.cleanUpWentWell();
    alerts.cleanUpFailed(new IllegalStateException("no"));
    assertThat(told).extracting(Alert::kind).containsOnly(Kind.CLEAN_UP_FAILED).hasSize(2);
  }

  @Test
  void a_listener_that_fails_or_never_returns_breaks_nothing() {
    var end = new CountDownLatch(1);
    var heard = new CopyOnWriteArrayList<Alert>();
    AlertListener failing =
        _ -> {
          throw new IllegalStateException("no");
        };
    AlertListener hanging =
        _ -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    var own = new Alerts(GovernorPolicy.classic(), List.of(failing, hanging, heard::add), clock);
    own.leaked("The data source a");
    own.cleanUpFailed(new IllegalStateException("no"));
    await().until(() -> heard.size() == 2);
    end.countDown();
  }
}
