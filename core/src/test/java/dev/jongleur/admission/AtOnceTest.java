package dev.jongleur.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.Race;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.StoreException;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** So many at once: a noisy tenant waits for itself, nobody waits for another. */
@Timeout(30)
class AtOnceTest {
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Admission> admissions = new ArrayList<>();

  private Admission admission(String tenant, TenantLimits limits) {
    Admission admission = Admission.of(tenant, limits, InstantSource.system());
    admissions.add(admission);
    return admission;
  }

  private Admission atOnce(String tenant, int most) {
    return admission(tenant, TenantLimits.NONE.withOperationsAtOnce(most));
  }

  @AfterEach
  void every_seat_is_given_back() {
    threads.close();
    for (Admission admission : admissions) {
      assertThat(admission.running()).isZero();
      assertThat(admission.waiting()).isZero();
    }
  }

  @Test
  void so_many_are_inside_and_never_more() throws Exception {
    Admission acme = atOnce("acme", 3);
    var inside = new AtomicInteger();
    var three = new CyclicBarrier(3);
    List<Integer> seen =
        Race.of(
            300,
            _ ->
                acme.<Integer>admit(() -> {
                  int now = inside.incrementAndGet();
                  int met = met(three);
                  inside.decrementAndGet();
                  return now * met;
                }));
    assertThat(seen).allMatch(now -> now <= 3).contains(3);
  }

  @Test
  void a_noisy_tenant_does_not_hold_up_a_quiet_one() throws Exception {
    Admission noisy = atOnce("acme", 2);
    Admission quiet = atOnce("globex", 2);
    var end = new CountDownLatch(1);
    List<Future<Boolean>> noise = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      noise.add(threads.submit(() -> noisy.<Boolean>admit(() -> ended(end))));
    }
    await().until(() -> noisy.running() == 2 && noisy.waiting() == 198);
    List<Integer> done = Race.of(10, _ -> hundred(quiet));
    assertThat(done).containsOnly(100);
    assertThat(noise).noneMatch(Future::isDone);
    end.countDown();
    for (Future<Boolean> one : noise) {
      assertThat(one.get()).isTrue();
    }
  }

  private static int hundred(Admission admission) {
    int done = 0;
    for (int i = 0; i < 100; i++) {
      done += admission.<Integer>admit(() -> 1);
    }
    return done;
  }

  @Test
  void who_came_first_is_let_in_first() throws Exception {
    Admission acme = atOnce("acme", 1);
    var end = new CountDownLatch(1);
    var order = new ConcurrentLinkedQueue<Integer>();
    Future<Boolean> first = threads.submit(() -> acme.<Boolean>admit(() -> ended(end)));
    await().until(() -> acme.running() == 1);
    List<Future<Boolean>> others = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int number = i;
      others.add(threads.submit(() -> acme.<Boolean>admit(() -> order.add(number))));
      await().until(() -> acme.waiting() == number + 1);
    }
    end.countDown();
    assertThat(first.get()).isTrue();
    for (Future<Boolean> other : others) {
      assertThat(other.get()).isTrue();
    }
    assertThat(List.copyOf(order)).isSorted().hasSize(20);
  }

  @Test
  void only_so_many_wait() throws Exception {
    var limits = TenantLimits.NONE.withOperationsAtOnce(1).withWaiting(2, Duration.ofMinutes(1));
    Admission acme = admission("acme", limits);
    var end = new CountDownLatch(1);
    List<Future<Boolean>> inside = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      inside.add(threads.submit(() -> acme.<Boolean>admit(() -> ended(end))));
    }
    await().until(() -> acme.running() == 1 && acme.waiting() == 2);
    var refused = catchThrowableOfType(LimitException.class, () -> acme.admit(() -> 1));
    assertThat(refused).hasMessageContaining("\"acme\" may do 1 operations at once");
    assertThat(refused.limit()).isEqualTo("operationsAtOnce");
    assertThat(refused.retryAfter()).isPositive();
    end.countDown();
    for (Future<Boolean> one : inside) {
      assertThat(one.get()).isTrue();
    }
  }

  @Test
  void who_waited_long_enough_is_refused() throws Exception {
    var limits = TenantLimits.NONE.withOperationsAtOnce(1).withWaiting(9, Duration.ofMillis(5));
    Admission acme = admission("acme", limits);
    var end = new CountDownLatch(1);
    Future<Boolean> inside = threads.submit(() -> acme.<Boolean>admit(() -> ended(end)));
    await().until(() -> acme.running() == 1);
    assertThat(catchThrowable(() -> acme.admit(() -> 1)))
        .isInstanceOf(LimitException.class)
        .hasMessageContaining("none ended within 5 ms");
    assertThat(acme.waiting()).isZero();
    end.countDown();
    assertThat(inside.get()).isTrue();
    assertThat(acme.<Integer>admit(() -> 1)).isEqualTo(1);
  }

  @Test
  void who_is_interrupted_waits_no_more_and_took_nothing() throws Exception {
    Admission acme = atOnce("acme", 1);
    var end = new CountDownLatch(1);
    Future<Boolean> inside = threads.submit(() -> acme.<Boolean>admit(() -> ended(end)));
    await().until(() -> acme.running() == 1);
    var thrown = new AtomicReference<Throwable>();
    Thread waiting =
        Thread.ofVirtual().start(() -> thrown.set(catchThrowable(() -> acme.admit(() -> 1))));
    await().until(() -> acme.waiting() == 1);
    waiting.interrupt();
    waiting.join();
    assertThat(thrown.get()).isInstanceOf(StoreException.class).hasMessageContaining("Interrupted");
    end.countDown();
    assertThat(inside.get()).isTrue();
  }

  @Test
  void an_interrupted_thread_is_let_in_where_there_is_room() {
    Admission acme = atOnce("acme", 1);
    Thread.currentThread().interrupt();
    int done = acme.admit(() -> 1);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(done).isEqualTo(1);
  }

  @Test
  void an_operation_that_fails_gives_its_seat_back() throws Exception {
    Admission acme = atOnce("acme", 2);
    List<Integer> failed =
        Race.of(
            8,
            _ -> {
              int count = 0;
              for (int i = 0; i < 100; i++) {
                count += catchThrowable(() -> acme.admit(AtOnceTest::fail)) == null ? 0 : 1;
              }
              return count;
            });
    assertThat(failed).containsOnly(100);
    assertThat(acme.running()).isZero();
  }

  private static int fail() {
    throw new IllegalStateException("no");
  }

  @Test
  void an_operation_within_one_needs_no_seat() {
    Admission acme = atOnce("acme", 1);
    Admission globex = atOnce("globex", 1);
    assertThat(acme.<Integer>admit(() -> acme.<Integer>admit(acme::running))).isEqualTo(1);
    int back = acme.admit(() -> globex.<Integer>admit(() -> acme.<Integer>admit(globex::running)));
    assertThat(back).isEqualTo(1);
  }

  @Test
  void two_tenants_whose_operations_call_each_other_do_not_wait_for_each_other() throws Exception {
    Admission acme = atOnce("acme", 1);
    Admission globex = atOnce("globex", 1);
    var both = new CyclicBarrier(2);
    List<Integer> done =
        Race.of(
            2,
            runner -> {
              Admission outer = runner == 0 ? acme : globex;
              Admission inner = runner == 0 ? globex : acme;
              return outer.<Integer>admit(() -> met(both) + inner.<Integer>admit(() -> met(both)));
            });
    assertThat(done).containsOnly(2);
  }

  @Test
  void an_operation_that_is_limited_in_rate_only_waits_for_a_seat_elsewhere() throws Exception {
    Admission acme = admission("acme", TenantLimits.NONE.withOperationsPerSecond(100, 100));
    Admission globex = atOnce("globex", 1);
    var end = new CountDownLatch(1);
    Future<Boolean> inside = threads.submit(() -> globex.<Boolean>admit(() -> ended(end)));
    await().until(() -> globex.running() == 1);
    Future<Integer> within =
        threads.submit(() -> acme.<Integer>admit(() -> globex.<Integer>admit(() -> 1)));
    await().until(() -> globex.waiting() == 1);
    end.countDown();
    assertThat(inside.get()).isTrue();
    assertThat(within.get()).isEqualTo(1);
  }

  private static int met(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
      return 1;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean ended(CountDownLatch end) {
    try {
      return end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
