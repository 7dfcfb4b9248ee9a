package dev.jongleur.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.StoreException;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Resource;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What one with many stores has open, given back when he himself is gone. */
class HoldingsTest {
  private static final Settings MEMORY = Settings.of("memory");

  private final Registry registry = new Registry(InstantSource.system());
  private final Holdings holdings = new Holdings();

  private OpenedStore open(Settings settings, String tenant) {
    return holdings.keep(registry.open(settings, new Partition(tenant), this));
  }

  @Test
  void everything_open_is_given_back_once() {
    var _ = holdings.keep(registry.connector(MEMORY, this));
    var _ = open(MEMORY, "acme");
    OpenedStore closed = open(MEMORY, "globex");
    closed.close();
    holdings.close();
    holdings.close();
    assertThat(registry.leases()).isZero();
    assertThat(registry.tenantRegistries()).isZero();
  }

  @Test
  void the_last_that_was_opened_goes_first() {
    var closed = new ArrayList<Integer>();
    var _ = holdings.keep(lease(1, closed));
    Lease<Integer> second = holdings.keep(lease(2, closed));
    var _ = holdings.keep(lease(3, closed));
    assertThat(second.get()).isEqualTo(2);
    second.close();
    holdings.close();
    assertThat(closed).containsExactly(2, 3, 1);
  }

  private static Lease<Integer> lease(int number, List<Integer> closed) {
    return new Lease<>() {
      @Override
      public Integer get() {
        return number;
      }

      @Override
      public void close() {
        closed.add(number);
      }
    };
  }

  @Test
  void one_that_cannot_be_closed_does_not_keep_the_others() {
    var _ = open(MEMORY, "acme");
    var _ = open(Settings.of("grudging").with("refuses", "store close"), "acme");
    var _ = open(MEMORY, "globex");
    assertThatExceptionOfType(StoreException.class).isThrownBy(holdings::close);
    assertThat(registry.leases()).isZero();
    holdings.close();
  }

  @Test
  void an_owner_that_is_dropped_loses_all_it_held() {
    var told = new CopyOnWriteArrayList<RegistryEvent>();
    var _ = registry.events().listen(told::add);
    var _ = open(MEMORY, "acme");
    var _ = open(MEMORY, "globex");
    drop();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> {
          System.gc();
          return !told.isEmpty();
        });
    assertThat(registry.leases()).isZero();
    assertThat(told.getFirst())
        .isInstanceOfSatisfying(
            Leaked.class,
            leak -> {
              assertThat(leak.resource()).isEqualTo(Resource.APPLICATION);
              assertThat(leak.owner()).isEqualTo("shop");
            });
    assertThat(registry.forgotten().foundByKind())
        .containsEntry(Resource.APPLICATION, 1L)
        .containsEntry(Resource.DATA_SOURCE, 0L);
  }

  private void drop() {
    var _ = registry.forgotten().watch(new Object(), Resource.APPLICATION, "shop", holdings);
  }
}
