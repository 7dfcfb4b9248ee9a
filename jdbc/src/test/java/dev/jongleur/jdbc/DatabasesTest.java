package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.StoreException;
import dev.jongleur.jdbc.pool.Gate;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.jdbc.pool.Leases;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DatabasesTest {
  private static final ModelDefinition PERSON = Models.person();

  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void ten_tenants_on_eight_threads_never_have_more_than_three_databases_open() throws Exception {
    JdbcConnector connector = h2.open(directory().with("databases", 3).with("wait", 60_000));
    var most = new AtomicInteger();
    inThreads(
        8,
        thread -> {
          for (int i = 0; i < 40; i++) {
            Store store = connector.store(tenant((thread * 7 + i) % 10));
            H2.put(store, PERSON, Map.of("name", "n" + i));
            most.accumulateAndGet(connector.leases().databases().size(), Math::max);
          }
        });
    assertThat(most).hasValueBetween(1, 3);
    long rows = 0;
    for (int i = 0; i < 10; i++) {
      rows += connector.store(tenant(i)).count(PERSON, Where.all());
    }
    assertThat(rows).isEqualTo(320);
    assertThat(connector.partitions()).hasSize(10);
  }

  @Test
  void databases_that_are_being_closed_count_as_open() throws Exception {
    JdbcConnector connector = h2.open(directory().with("databases", 3).with("wait", 60_000));
    for (int round = 0; round < 10; round++) {
      int set = round % 2 * 3;
      h2.environment().pass(Duration.ofMinutes(2));
      inThreads(
          4,
          thread -> {
            if (thread == 0) {
              connector.leases().databases().closeIdle();
            } else {
              H2.put(connector.store(tenant(set + thread)), PERSON, Map.of());
            }
          });
    }
    assertThat(connector.figures())
        .containsEntry("databasesPeak", 3L)
        .containsEntry("databasesMost", 3L)
        .containsEntry("connections", 0L)
        .containsEntry("connectionsMost", 20L)
        .hasEntrySatisfying("connectionsPeak", peak -> assertThat(peak).isBetween(1L, 3L));
  }

  @Test
  void an_idle_database_is_closed_and_opened_again_at_its_next_use() {
    JdbcConnector connector = h2.open(directory().with("idle", 60));
    Store store = connector.store(H2.ACME);
    H2.put(store, PERSON, Map.of());
    H2.put(connector.store(H2.ZEN), PERSON, Map.of());
    h2.environment().pass(Duration.ofSeconds(59));
    store.count(PERSON, Where.all());
    connector.leases().databases().closeIdle();
    assertThat(connector.leases().databases().size()).isEqualTo(2);
    h2.environment().pass(Duration.ofSeconds(1));
    connector.leases().databases().closeIdle();
    assertThat(connector.leases().databases().size()).isEqualTo(1);
    h2.environment().pass(Duration.ofSeconds(60));
    connector.leases().databases().closeIdle();
    assertThat(connector.leases().databases().size()).isZero();
    assertThat(store.count(PERSON, Where.all())).isEqualTo(1);
  }

  @Test
  void data_in_memory_outlives_the_closing_of_an_idle_database() {
    JdbcConnector connector = h2.inMemory();
    Store store = connector.store(H2.ACME);
    H2.put(store, PERSON, Map.of());
    h2.environment().pass(Duration.ofHours(1));
    connector.leases().databases().closeIdle();
    assertThat(connector.leases().databases().size()).isZero();
    assertThat(store.count(PERSON, Where.all())).isEqualTo(1);
  }

  @Test
  void data_in_memory_is_one_connectors_own() {
    JdbcConnector one = h2.inMemory();
    H2.put(one.store(H2.ACME), PERSON, Map.of());
    assertThat(h2.inMemory().store(H2.ACME).count(PERSON, Where.all())).isZero();
    assertThat(one.store(H2.ZEN).count(PERSON, Where.all())).isZero();
  }

  @Test
  void a_database_in_use_is_never_closed_for_another_who_waits_in_vain() {
    Leases leases = h2.open(directory().with("databases", 1).with("wait", 20)).leases();
    try (LeasedConnection used = leases.lease(H2.ACME)) {
      assertThatThrownBy(() -> leases.lease(H2.ZEN))
          .isInstanceOf(CapacityException.class)
          .hasMessageContaining("1 open databases");
      assertThat(used.connection()).isNotNull();
    }
    leases.lease(H2.ZEN).close();
    assertThat(leases.databases().size()).isEqualTo(1);
  }

  @Test
  void connectors_to_one_server_share_its_connections() {
    Settings settings = directory().connections(2).with("wait", 20);
    Leases one = h2.open(settings).leases();
    Leases other = h2.open(settings.with("user", "sa")).leases();
    try (var _ = one.lease(H2.ACME);
        var _ = other.lease(H2.ZEN)) {
      assertThat(h2.environment().resource(server(), Gate.class).inside()).isEqualTo(2);
      assertThatThrownBy(() -> one.lease(H2.ZEN)).isInstanceOf(CapacityException.class);
    }
    one.lease(H2.ZEN).close();
  }

  @Test
  void an_interrupted_wait_ends_and_keeps_the_interruption() {
    Leases leases = h2.open(directory().connections(1)).leases();
    try (var _ = leases.lease(H2.ACME)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> leases.lease(H2.ZEN)).isInstanceOf(StoreException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void an_erased_tenant_has_no_file_and_the_others_stay() {
    JdbcConnector connector = h2.open(directory());
    H2.put(connector.store(H2.ACME), PERSON, Map.of());
    H2.put(connector.store(H2.ZEN), PERSON, Map.of());
    connector.erase(H2.ACME);
    connector.erase(new Partition("unknown"));
    assertThat(connector.partitions()).containsExactly("zen");
    assertThat(temp)
        .isDirectoryContaining("glob:**/zen.mv.db")
        .isDirectoryNotContaining("glob:**/acme*");
    assertThat(connector.store(H2.ACME).count(PERSON, Where.all())).isZero();
    assertThat(connector.store(H2.ZEN).count(PERSON, Where.all())).isEqualTo(1);
  }

  @Test
  void many_threads_lose_and_mix_nothing() throws Exception {
    JdbcConnector connector = h2.open(directory().with("wait", 60_000));
    inThreads(
        12,
        thread -> {
          Partition mine = tenant(thread % 2);
          Store store = connector.store(mine);
          for (int i = 0; i < 50; i++) {
            var row = H2.put(store, PERSON, Map.of("name", mine.name(), "age", 0));
            store.update(PERSON, Filter.where("name").regexp("^t").where(), Map.of("age", i));
            assertThat(store.find(PERSON, Filter.where("id", row.id()))).hasSize(1);
          }
        });
    for (int i = 0; i < 2; i++) {
      Store store = connector.store(tenant(i));
      assertThat(store.count(PERSON, Where.all())).isEqualTo(300);
      assertThat(store.count(PERSON, Where.eq("name", tenant(i).name()))).isEqualTo(300);
    }
  }

  private Gate.Server server() {
    return new Gate.Server("h2", temp.toAbsolutePath().normalize().toString());
  }

  private Settings directory() {
    return Settings.of("h2").with("directory", temp.toString());
  }

  private static Partition tenant(int number) {
    return new Partition("t" + number);
  }

  private interface Action {
    void run(int thread) throws Exception;
  }

  private static void inThreads(int threads, Action action) throws Exception {
    List<Future<?>> running = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < threads; thread++) {
        int number = thread;
        Callable<Boolean> work =
            () -> {
              action.run(number);
              return true;
            };
        running.add(executor.submit(work));
      }
      for (Future<?> one : running) {
        assertThat(one.get()).isEqualTo(true);
      }
    }
  }
}
