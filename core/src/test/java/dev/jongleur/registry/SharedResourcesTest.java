package dev.jongleur.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.jongleur.Race;
import dev.jongleur.connector.Lease;
import dev.jongleur.error.ClosedException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedResourcesTest {
  private final SharedResources resources = new SharedResources();
  private final AtomicInteger live = new AtomicInteger();
  private final AtomicInteger peak = new AtomicInteger();
  private final AtomicInteger made = new AtomicInteger();

  /** Counts itself while it is open. */
  private final class Counted implements AutoCloseable {
    Counted() {
      made.incrementAndGet();
      peak.accumulateAndGet(live.incrementAndGet(), Math::max);
    }

    @Override
    public void close() {
      Thread.onSpinWait();
      live.decrementAndGet();
    }
  }

  private Lease<Counted> lease() {
    return resources.lease("key", Counted.class, Counted::new);
  }

  @Test
  void a_resource_lives_from_its_first_lease_to_its_last() {
    Lease<Counted> first = lease();
    Lease<Counted> second = lease();
    assertThat(second.get()).isSameAs(first.get());
    first.close();
    first.close();
    assertThat(live).hasValue(1);
    assertThat(resources.leases()).isEqualTo(1);
    second.close();
    assertThat(live).hasValue(0);
    assertThat(resources.leases()).isZero();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(second::get);
    try (var again = lease()) {
      assertThat(again.get()).isNotNull();
      assertThat(made).hasValue(2);
    }
  }

  @Test
  void a_maker_that_fails_leaves_nothing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> resources.lease("key", Counted.class, SharedResourcesTest::failing));
    assertThat(resources.leases()).isZero();
    try (var lease = lease()) {
      assertThat(lease.get()).isNotNull();
    }
  }

  private static Counted failing() {
    throw new IllegalStateException("no");
  }

  @Test
  void under_one_key_there_are_never_two_at_once() throws Exception {
    var _ =
        Race.of(
            16,
            runner -> {
              for (int i = 0; i < 2_000; i++) {
                try (var lease = lease()) {
                  assertThat(lease.get()).isNotNull();
                }
              }
              return runner;
            });
    assertThat(peak).hasValue(1);
    assertThat(live).hasValue(0);
    assertThat(resources.leases()).isZero();
  }
}
