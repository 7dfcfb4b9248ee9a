package dev.jongleur.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jongleur.ClockByHand;
import dev.jongleur.Race;
import dev.jongleur.connector.Deadline;
import dev.jongleur.error.LimitException;
import dev.jongleur.policy.ApplicationLimits;
import dev.jongleur.policy.TenantLimits;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** How often, and how long. */
class AdmissionTest {
  private final ClockByHand clock = new ClockByHand();

  private Admission admission(String tenant, TenantLimits limits) {
    return Admission.of(tenant, limits, clock);
  }

  private static LimitException refused(Admission admission) {
    return catchThrowableOfType(LimitException.class, () -> admission.admit(() -> 1));
  }

  @Test
  void without_limits_everything_is_let_in() {
    assertThat(admission("acme", TenantLimits.NONE)).isSameAs(Admission.FREE);
    assertThat(admission("acme", TenantLimits.NONE.withRows(1))).isSameAs(Admission.FREE);
    assertThat(Admission.FREE.<String>admit(() -> "done")).isEqualTo("done");
  }

  @Test
  void being_let_in_without_limits_allocates_nothing() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    Supplier<String> operation = () -> "done";
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < 5; attempt++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 10_000; i++) {
        var _ = Admission.FREE.admit(operation);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isLessThan(10_000);
  }

  @Test
  void a_burst_is_let_in_and_then_so_many_a_second() {
    Admission acme = admission("acme", TenantLimits.NONE.withOperationsPerSecond(10, 3));
    Admission globex = admission("globex", TenantLimits.NONE.withOperationsPerSecond(10, 3));
    for (int i = 0; i < 3; i++) {
      assertThat(acme.<Integer>admit(() -> 1)).isEqualTo(1);
    }
    LimitException refused = refused(acme);
    assertThat(refused).hasMessageContaining("\"acme\" may do 10 operations a second");
    assertThat(refused.limit()).isEqualTo("operationsPerSecond");
    assertThat(refused.status()).isEqualTo(429);
    assertThat(globex.<Integer>admit(() -> 1)).isEqualTo(1);
  }

  @Test
  void a_refusal_tells_exactly_when_to_come_again() {
    for (int average : new int[] {1, 3, 7, 10, 999, 1_000_003}) {
      Admission acme = admission("acme", TenantLimits.NONE.withOperationsPerSecond(average, 1));
      assertThat(acme.<Integer>admit(() -> 1)).isEqualTo(1);
      clock.pass(Duration.ofNanos(100));
      Duration wait = refused(acme).retryAfter();
      long steady = 1_000_000_000L / average - 100;
      assertThat(wait).isBetween(Duration.ofNanos(steady), Duration.ofNanos(steady + 2));
      clock.pass(wait.minusNanos(3));
      assertThat(refused(acme).retryAfter()).isBetween(Duration.ofNanos(1), Duration.ofNanos(4));
      clock.pass(Duration.ofNanos(3));
      assertThat(acme.<Integer>admit(() -> 1)).isEqualTo(1);
    }
  }

  @Test
  void however_many_come_at_once_only_a_burst_is_let_in() throws Exception {
    Admission acme = admission("acme", TenantLimits.NONE.withOperationsPerSecond(1, 50));
    List<Integer> done =
        Race.of(
            20,
            _ -> {
              int let = 0;
              for (int i = 0; i < 20; i++) {
                try {
                  let += acme.<Integer>admit(() -> 1);
                } catch (LimitException e) {
                  assertThat(e.retryAfter()).isPositive();
                }
              }
              return let;
            });
    assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(50);
  }

  @Test
  void an_operation_within_an_operation_counts_once() {
    Admission acme = admission("acme", TenantLimits.NONE.withOperationsPerSecond(1, 1));
    int done = acme.admit(() -> acme.<Integer>admit(() -> acme.<Integer>admit(() -> 1)) + 1);
    assertThat(done).isEqualTo(2);
    assertThat(refused(acme)).isNotNull();
  }

  @Test
  void an_operation_of_another_tenant_within_one_counts_for_the_other() {
    var once = TenantLimits.NONE.withOperationsPerSecond(1, 1);
    Admission acme = admission("acme", once);
    Admission globex = admission("globex", once);
    int done = acme.admit(() -> globex.<Integer>admit(() -> acme.<Integer>admit(() -> 1)));
    assertThat(done).isEqualTo(1);
    assertThat(refused(globex)).hasMessageContaining("globex");
  }

  @Test
  void what_an_operation_throws_comes_out_as_it_is() {
    Admission acme = admission("acme", TenantLimits.NONE.withOperationsAtOnce(1));
    assertThatIllegalStateException()
        .isThrownBy(() ->
            acme.admit(() -> {
              throw new IllegalStateException("no");
            }))
        .withMessage("no");
  }

  @Test
  void query_time_is_a_deadline_for_all_that_is_within() {
    var limits = TenantLimits.NONE.withQueryTime(Duration.ofHours(1));
    Admission acme = admission("acme", limits);
    Admission globex = admission("globex", limits.withQueryTime(Duration.ofDays(1)));
    assertThat(Deadline.current().isLimited()).isFalse();
    Duration left = acme.admit(() -> Deadline.current().remaining());
    assertThat(left).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    Duration within = acme.admit(() -> globex.admit(() -> Deadline.current().remaining()));
    assertThat(within).isLessThanOrEqualTo(Duration.ofHours(1));
  }

  @Test
  void tenants_are_onboarded_at_a_rate() {
    var onboardings = new Onboardings(ApplicationLimits.NONE.withOnboardedPerMinute(2), clock);
    onboardings.admit();
    onboardings.admit();
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(onboardings::admit)
        .satisfies(e -> assertThat(e.limit()).isEqualTo("onboardedPerMinute"))
        .satisfies(e -> assertThat(e.retryAfter().toSeconds()).isEqualTo(30));
    clock.pass(Duration.ofSeconds(31));
    onboardings.admit();
  }
}
