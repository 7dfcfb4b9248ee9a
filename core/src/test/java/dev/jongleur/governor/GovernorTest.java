package dev.jongleur.governor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.ClockByHand;
import dev.jongleur.Collected;
import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.Pressure;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Its life: woken by collections, off the JVM's hands, gone when closed or forgotten. */
@Timeout(60)
class GovernorTest {
  private final ClockByHand clock = new ClockByHand();
  private final ScriptedHeap heap = new ScriptedHeap();
  private final Village village = new Village();

  private Governor start(Idle idle, Heap heap) {
    return Governor.start(
        idle, new Alerts(GovernorPolicy.adaptive(), List.of(), clock), clock, heap);
  }

  @Test
  void a_collection_wakes_it() {
    village.use("acme", clock.instant());
    try (Governor governor = start(village, heap)) {
      heap.collect(950);
      await().until(() -> village.unfolded() == 0);
      await().until(() -> governor.folded() == 1);
      assertThat(governor.pressure()).isEqualTo(Pressure.HIGH);
    }
  }

  @Test
  void another_policy_counts_from_now_on() {
    heap.collect(400);
    try (Governor governor = start(village, heap)) {
      await().until(() -> governor.pressure() == Pressure.LOW);
      governor.policy(GovernorPolicy.classic());
      assertThat(governor.policy()).isEqualTo(GovernorPolicy.classic());
      heap.collect(600);
      await().until(() -> governor.pressure() == Pressure.MEDIUM);
    }
  }

  @Test
  void its_thread_keeps_no_program_alive() {
    try (Governor governor = start(village, heap)) {
      assertThat(governor.thread().isVirtual()).isTrue();
      assertThat(governor.thread().isDaemon()).isTrue();
      assertThat(governor.thread().getName()).isEqualTo("jongleur-governor");
    }
  }

  @Test
  void closed_it_is_gone() {
    Governor governor = start(village, heap);
    governor.close();
    governor.close();
    assertThat(governor.thread().isAlive()).isFalse();
    assertThat(heap.listeners()).isZero();
    village.use("acme", clock.instant());
    heap.collect(950);
    assertThat(village.unfolded()).isEqualTo(1);
  }

  @Test
  void forgotten_it_is_collected_and_its_thread_ends() {
    Governor governor = start(new Village(), heap);
    Thread thread = governor.thread();
    var forgotten = new WeakReference<>(governor);
    governor = null;
    Collected.one(forgotten);
    heap.collect(10);
    await().until(() -> !thread.isAlive());
    assertThat(heap.listeners()).isZero();
  }

  @Test
  void a_round_that_fails_does_not_end_it() {
    var calls = new AtomicInteger();
    try (Governor governor = start(new Calling(calls::incrementAndGet, true), heap)) {
      heap.collect(950);
      await().until(() -> calls.get() > 0);
      clock.pass(Duration.ofMinutes(1));
      heap.collect(950);
      await().until(() -> calls.get() > 1);
      assertThat(governor.thread().isAlive()).isTrue();
    }
  }

  @Test
  void closing_it_from_its_own_thread_does_not_hang() {
    var closing = new AtomicReference<Governor>();
    Idle idle = new Calling(() -> closing.get().close(), false);
    Governor governor = start(idle, heap);
    closing.set(governor);
    heap.collect(950);
    await().until(() -> !governor.thread().isAlive());
  }

  /** Tenants that do something when they are folded. */
  private record Calling(Runnable action, boolean fails) implements Idle {
    @Override
    public int fold(Instant unusedSince, int most, Consumer<RuntimeException> failed) {
      action.run();
      if (fails) {
        throw new IllegalStateException("no");
      }
      return 0;
    }

    @Override
    public int unfolded() {
      return 1;
    }

    @Override
    public int tenantRegistries() {
      return 1;
    }
  }
}
