package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.query.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions that hold all connections there are, and need tables that are not there. */
class FullBudgetTest {
  private static final ModelDefinition PERSON = Models.person();
  private static final int THREADS = 8;
  private static final int BUDGET = 2;

  /** All of the budget is held when it opens. */
  private final CyclicBarrier both = new CyclicBarrier(BUDGET);

  @RegisterExtension final H2 h2 = new H2();

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void none_waits_for_another_where_each_makes_tables_of_a_tenant(Isolation isolation)
      throws Exception {
    JdbcConnector connector = h2.open(settings().isolation(isolation));
    all(i -> worked(connector.store(new Partition("t" + i)), PERSON, model(0)));
    assertThat(connector.figures()).containsEntry("connectionsPeak", (long) BUDGET);
    assertThat(connector.store(new Partition("t3")).count(model(0), Where.all())).isEqualTo(1);
  }

  @Test
  void none_waits_for_another_where_each_makes_a_table_of_the_same_tenant() throws Exception {
    JdbcConnector connector = h2.open(settings());
    Store acme = connector.store(H2.ACME);
    Store zen = connector.store(H2.ZEN);
    all(i -> worked(i % 2 == 0 ? acme : zen, PERSON, model(i)));
    assertThat(acme.count(PERSON, Where.all())).isEqualTo(THREADS / 2);
    assertThat(zen.count(PERSON, Where.all())).isEqualTo(THREADS / 2);
  }

  @Test
  void the_last_connection_is_enough_for_all_that_would_end_it() {
    JdbcConnector connector = h2.open(settings().connections(1));
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      try (StoreTransaction tx = store.begin(IsolationLevel.REPEATABLE_READ)) {
        assertThat(tx.isActual(PERSON)).isFalse();
        H2.put(tx, PERSON, Map.of("id", 100));
        assertThat(tx.isActual(PERSON)).isTrue();
        assertThat(H2.put(tx, PERSON, Map.of()).id()).isEqualTo(101L);
        H2.put(tx, model(1), Map.of("name", "Ida"));
        assertThat(connector.leases().leased()).isEqualTo(1);
        tx.rollback();
      }
      assertThat(store.count(PERSON, Where.all())).isZero();
      assertThat(store.count(model(1), Where.all())).isZero();
    }
  }

  private static Settings settings() {
    return Settings.of("h2").connections(BUDGET).with("wait", 10_000);
  }

  private static ModelDefinition model(int number) {
    return ModelDefinition.of("Model" + number, model -> model.property("name", ScalarType.STRING));
  }

  /** In each transaction something was done before the second table is made. */
  private void worked(Store store, ModelDefinition first, ModelDefinition second) throws Exception {
    try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
      H2.put(tx, first, Map.of("name", "Ada"));
      both.await(30, TimeUnit.SECONDS);
      H2.put(tx, second, Map.of("name", "Bob"));
      tx.commit();
    }
  }

  private interface Work {
    void of(int number) throws Exception;
  }

  private static void all(Work work) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      IntStream.range(0, THREADS).forEach(i -> all.add(threads.submit(() -> done(work, i))));
      for (Future<?> one : all) {
        assertThat(one.get()).isNotNull();
      }
    }
  }

  private static int done(Work work, int number) throws Exception {
    work.of(number);
    return number;
  }
}
