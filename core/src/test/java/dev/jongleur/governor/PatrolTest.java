package dev.jongleur.governor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.ClockByHand;
import dev.jongleur.event.Alert;
import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.HeapMark;
import dev.jongleur.policy.Pressure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a governor does, round by round, on a heap of 1,000 MB and by a clock that stands still. */
class PatrolTest {
  private final ClockByHand clock = new ClockByHand();
  private final ScriptedHeap heap = new ScriptedHeap();
  private final Village village = new Village();
  private final List<Alert> told = new ArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private final Alerts alerts =
      new Alerts(GovernorPolicy.adaptive(), List.of(told::add), clock, Runnable::run);
  private final Patrol patrol =
      new Patrol(heap, village, alerts, new Sweeper(village, alerts, clock, stopped::get));

  private Pressure at(long megabytes) {
    heap.collect(megabytes);
    var _ = patrol.round();
    return patrol.pressure();
  }

  private void pass(Duration time) {
    clock.pass(time);
    var _ = patrol.round();
  }

  @Test
  void pressure_goes_by_shares_of_the_heap() {
    assertThat(at(100)).isEqualTo(Pressure.NONE);
    assertThat(at(300)).isEqualTo(Pressure.LOW);
    assertThat(at(510)).isEqualTo(Pressure.MEDIUM);
    assertThat(at(760)).isEqualTo(Pressure.HIGH);
    assertThat(at(100)).isEqualTo(Pressure.NONE);
  }

  @Test
  void pressure_goes_by_the_originals_marks() {
    alerts.policy(GovernorPolicy.classic());
    assertThat(at(256)).isEqualTo(Pressure.NONE);
    assertThat(at(257)).isEqualTo(Pressure.LOW);
    assertThat(at(513)).isEqualTo(Pressure.MEDIUM);
    assertThat(at(1_024)).isEqualTo(Pressure.MEDIUM);
    assertThat(at(1_025)).isEqualTo(Pressure.HIGH);
  }

  @Test
  void a_heap_that_swings_about_a_mark_does_not_make_the_pressure_swing() {
    assertThat(at(501)).isEqualTo(Pressure.MEDIUM);
    for (int swing = 0; swing < 5; swing++) {
      assertThat(at(460)).isEqualTo(Pressure.MEDIUM);
      assertThat(at(520)).isEqualTo(Pressure.MEDIUM);
    }
    assertThat(at(449)).isEqualTo(Pressure.LOW);
    assertThat(at(499)).isEqualTo(Pressure.LOW);
  }

  @Test
  void the_originals_times_are_kept_at_each_pressure() {
    alerts.policy(GovernorPolicy.classic());
    foldsAfter(100, Duration.ofMinutes(5), Duration.ofMinutes(30));
    foldsAfter(600, Duration.ofMinutes(2), Duration.ofMinutes(5));
    alerts.policy(GovernorPolicy.classic().withEmergency(HeapMark.megabytes(2_000)));
    foldsAfter(1_100, Duration.ofSeconds(30), Duration.ofMinutes(1));
  }

  private void foldsAfter(long megabytes, Duration every, Duration idle) {
    heap.collect(megabytes);
    pass(every);
    village.folded.clear();
    village.use("acme", clock.instant().minus(idle).plus(every));
    village.use("globex", clock.instant().minus(idle).plus(every).plusMillis(1));
    pass(every.minusMillis(1));
    assertThat(village.folded).isEmpty();
    pass(Duration.ofMillis(1));
    assertThat(village.folded).containsExactly("acme");
    pass(every);
    assertThat(village.folded).containsExactly("acme", "globex");
  }

  @Test
  void higher_pressure_does_not_wait_for_the_sweep_of_lower_pressure() {
    village.use("acme", clock.instant());
    pass(Duration.ofMinutes(2));
    assertThat(village.folded).isEmpty();
    var _ = at(800);
    assertThat(village.folded).containsExactly("acme");
  }

  @Test
  void a_round_is_made_when_the_next_sweep_is_due_and_at_least_each_minute() {
    assertThat(patrol.round()).isEqualTo(Duration.ofSeconds(60));
    heap.collect(800);
    assertThat(patrol.round()).isEqualTo(Duration.ofSeconds(30));
    clock.pass(Duration.ofSeconds(20));
    assertThat(patrol.round()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void idle_tenants_are_folded_in_batches_the_least_recently_used_first() {
    alerts.policy(GovernorPolicy.adaptive().withBatch(2));
    List<String> names = List.of("e", "d", "c", "b", "a");
    for (String name : names) {
      village.use(name, clock.instant());
      clock.pass(Duration.ofSeconds(1));
    }
    village.inUse.add("c");
    pass(Duration.ofHours(2));
    assertThat(village.folded).containsExactly("e", "d", "b", "a");
    assertThat(village.batches).containsExactly(2, 2, 0);
    assertThat(village.unfolded()).isEqualTo(1);
  }

  @Test
  void who_closes_it_waits_for_one_batch_at_most() {
    alerts.policy(GovernorPolicy.adaptive().withBatch(1));
    village.use("acme", clock.instant());
    village.use("globex", clock.instant());
    stopped.set(true);
    pass(Duration.ofHours(2));
    assertThat(village.folded).isEmpty();
  }

  @Test
  void switched_off_it_folds_nothing_and_still_tells() {
    alerts.policy(GovernorPolicy.off());
    village.use("acme", clock.instant());
    pass(Duration.ofDays(1));
    assertThat(at(990)).isEqualTo(Pressure.HIGH);
    pass(Duration.ofDays(1));
    assertThat(village.folded).isEmpty();
    assertThat(told).extracting(Alert::kind).containsExactly(Alert.Kind.HEAP);
    alerts.policy(GovernorPolicy.adaptive());
    pass(Duration.ofDays(1));
    assertThat(village.folded).containsExactly("acme");
  }

  @Test
  void when_memory_is_about_to_run_out_everything_idle_is_folded_at_once() {
    alerts.policy(GovernorPolicy.adaptive().withBatch(2));
    for (String name : List.of("a", "b", "c", "d", "e")) {
      village.use(name, clock.instant());
    }
    village.inUse.add("c");
    var _ = at(921);
    assertThat(village.folded).containsExactlyInAnyOrder("a", "b", "d", "e");
    assertThat(village.unfolded()).isEqualTo(1);
  }

  @Test
  void an_emergency_is_over_until_a_collection_shows_that_it_is_not() {
    var _ = at(930);
    village.use("acme", clock.instant());
    pass(Duration.ofSeconds(5));
    assertThat(village.folded).isEmpty();
    var _ = at(930);
    assertThat(village.folded).containsExactly("acme");
  }

  @Test
  void one_that_cannot_be_folded_is_told_of_and_the_rest_still_goes() {
    alerts.policy(GovernorPolicy.adaptive().withBatch(2));
    for (String name : List.of("a", "b", "c", "d")) {
      village.use(name, clock.instant());
      clock.pass(Duration.ofSeconds(1));
    }
    village.broken.add("a");
    village.broken.add("c");
    pass(Duration.ofHours(2));
    assertThat(village.folded).containsExactly("b", "d");
    assertThat(told).extracting(Alert::kind).containsExactly(Alert.Kind.CLEAN_UP_FAILED);
  }

  @Test
  void a_crowd_is_swept_as_under_medium_pressure() {
    alerts.policy(GovernorPolicy.classic());
    for (int i = 0; i < 51; i++) {
      village.use("t" + i, clock.instant());
    }
    var _ = patrol.round();
    assertThat(patrol.pressure()).isEqualTo(Pressure.MEDIUM);
    pass(Duration.ofMinutes(5));
    assertThat(village.folded).hasSize(51);
    var _ = patrol.round();
    assertThat(patrol.pressure()).isEqualTo(Pressure.NONE);
  }

  @Test
  void a_clock_that_is_put_back_does_not_put_off_the_next_sweep() {
    var _ = patrol.round();
    clock.pass(Duration.ofDays(-1));
    var _ = patrol.round();
    village.use("acme", clock.instant().minus(Duration.ofHours(1)));
    pass(Duration.ofMinutes(10));
    assertThat(village.folded).containsExactly("acme");
  }
}
