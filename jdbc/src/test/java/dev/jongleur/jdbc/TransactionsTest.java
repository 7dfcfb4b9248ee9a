package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Transactions of a store, of two tenants. */
class TransactionsTest {
  private static final ModelDefinition PERSON = Models.person();
  private static final ModelDefinition USER =
      Models.with(
          ModelDefinition.of("User", user -> user.property("age", ScalarType.NUMBER)),
          Models.unique("email"));

  @RegisterExtension final H2 h2 = new H2();

  @ParameterizedTest
  @EnumSource(Isolation.class)
  void what_it_does_is_seen_by_itself_alone_until_it_commits(Isolation isolation) {
    JdbcConnector connector = h2.open(Settings.of("h2").isolation(isolation));
    Store acme = two(connector, H2.ACME);
    Store zen = two(connector, H2.ZEN);
    try (StoreTransaction tx = acme.begin(IsolationLevel.READ_COMMITTED)) {
      H2.put(tx, PERSON, Map.of("name", "Ida"));
      assertThat(tx.update(PERSON, Where.eq("id", 1), Map.of("name", "Ann"))).isEqualTo(1);
      assertThat(tx.delete(PERSON, Where.eq("name", "Bob"))).isEqualTo(1);
      assertThat(names(tx)).containsExactly("Ann", "Ida");
      assertThat(names(acme)).containsExactly("Ada", "Bob");
      assertThat(tx.count(PERSON, Where.all())).isEqualTo(2);
      tx.commit();
    }
    assertThat(names(acme)).containsExactly("Ann", "Ida");
    try (StoreTransaction tx = zen.begin(IsolationLevel.READ_COMMITTED)) {
      assertThat(tx.delete(PERSON, Where.all())).isEqualTo(2);
      tx.rollback();
    }
    assertThat(names(zen)).containsExactly("Ada", "Bob");
    assertThat(names(acme)).containsExactly("Ann", "Ida");
  }

  @Test
  void closing_undoes_it_and_leaves_nothing_on_the_connection() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").connections(1).with("wait", 100));
    Store acme = two(connector, H2.ACME);
    try (StoreTransaction tx = acme.begin(IsolationLevel.REPEATABLE_READ)) {
      H2.put(tx, PERSON, Map.of("name", "Ida"));
      assertThat(connector.figures()).containsEntry("connections", 1L);
      assertThatExceptionOfType(CapacityException.class).isThrownBy(() -> names(acme));
    }
    assertThat(connector.figures()).containsEntry("connections", 0L);
    assertThat(names(acme)).containsExactly("Ada", "Bob");
    try (LeasedConnection lease = connector.leases().lease(H2.ACME)) {
      assertThat(lease.connection().getAutoCommit()).isTrue();
      assertThat(lease.connection().getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
    assertThat(names(two(connector, H2.ZEN))).containsExactly("Ada", "Bob");
  }

  @Test
  void many_rows_are_stored_or_none_and_the_rest_of_it_stays() {
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      store.prepare(USER);
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        H2.put(tx, USER, Map.of("email", "first"));
        List<Entity> many =
            IntStream.range(0, 1200).mapToObj(i -> H2.row(USER, Map.of("email", "m" + i))).toList();
        assertThat(tx.insertAll(USER, many)).hasSize(1200);
        List<Entity> bad = Stream.of("x", "y", "first").map(TransactionsTest::user).toList();
        assertThatExceptionOfType(BulkException.class)
            .isThrownBy(() -> tx.insertAll(USER, bad))
            .satisfies(e -> assertThat(e.details()).containsEntry("index", 2));
        assertThat(tx.count(USER, Where.all())).isEqualTo(1201);
        assertThat(store.count(USER, Where.all())).isZero();
        tx.commit();
      }
      assertThat(store.count(USER, Where.all())).isEqualTo(1201);
    }
  }

  @Test
  void at_read_committed_it_sees_what_others_committed_and_at_repeatable_read_it_does_not() {
    JdbcConnector connector = h2.inMemory();
    Store acme = two(connector, H2.ACME);
    try (StoreTransaction committed = acme.begin(IsolationLevel.READ_UNCOMMITTED);
        StoreTransaction repeatable = acme.begin(IsolationLevel.REPEATABLE_READ)) {
      assertThat(names(committed)).containsExactly("Ada", "Bob");
      assertThat(names(repeatable)).containsExactly("Ada", "Bob");
      acme.update(PERSON, Where.eq("id", 1), Map.of("name", "Ann"));
      assertThat(names(committed)).containsExactly("Ann", "Bob");
      assertThat(names(repeatable)).containsExactly("Ada", "Bob");
    }
    assertThat(names(two(connector, H2.ZEN))).containsExactly("Ada", "Bob");
  }

  @Test
  void a_level_that_the_database_does_not_keep_is_refused() {
    Store acme = two(h2.inMemory(), H2.ACME);
    assertThatExceptionOfType(UnsupportedException.class)
        .isThrownBy(() -> acme.begin(IsolationLevel.SERIALIZABLE))
        .withMessageContaining("SERIALIZABLE");
  }

  @Test
  void a_row_that_another_changed_since_it_began_is_a_conflict_and_nothing_is_stored() {
    JdbcConnector connector = h2.inMemory();
    Store acme = two(connector, H2.ACME);
    Store zen = two(connector, H2.ZEN);
    try (StoreTransaction tx = acme.begin(IsolationLevel.REPEATABLE_READ);
        StoreTransaction other = zen.begin(IsolationLevel.REPEATABLE_READ)) {
      assertThat(names(tx)).containsExactly("Ada", "Bob");
      assertThat(names(other)).containsExactly("Ada", "Bob");
      H2.put(tx, PERSON, Map.of("name", "Ida"));
      acme.update(PERSON, Where.eq("id", 1), Map.of("name", "Ann"));
      conflict(() -> tx.update(PERSON, Where.eq("id", 1), Map.of("name", "Amy")));
      conflict(() -> names(tx));
      conflict(() -> H2.put(tx, PERSON, Map.of("name", "Eve")));
      conflict(tx::commit);
      assertThat(other.update(PERSON, Where.eq("id", 1), Map.of("name", "Amy"))).isEqualTo(1);
      other.commit();
    }
    assertThat(names(acme)).containsExactly("Ann", "Bob");
    assertThat(names(zen)).containsExactly("Amy", "Bob");
  }

  @Test
  void of_two_that_wait_for_each_other_one_goes_on() throws Exception {
    JdbcConnector connector = h2.inMemory();
    Store acme = two(connector, H2.ACME);
    var both = new CyclicBarrier(2);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> ends =
          Stream.of(1, 2)
              .map(first -> threads.submit(() -> cross(acme, first, 3 - first, both)))
              .toList();
      assertThat(List.of(ends.get(0).get(), ends.get(1).get())).contains(true);
    }
    assertThat(acme.find(PERSON, Filter.all())).extracting(row -> row.get("age")).hasSize(2);
    Object age = acme.find(PERSON, Filter.all()).getFirst().get("age");
    assertThat(acme.count(PERSON, Where.eq("age", age))).isEqualTo(2);
    assertThat(names(two(connector, H2.ZEN))).containsExactly("Ada", "Bob");
  }

  private static boolean cross(Store store, int first, int second, CyclicBarrier both)
      throws Exception {
    try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
      tx.update(PERSON, Where.eq("id", first), Map.of("age", first));
      both.await();
      tx.update(PERSON, Where.eq("id", second), Map.of("age", first));
      tx.commit();
      return true;
    } catch (TransactionException conflict) {
      assertThat(conflict.code()).isEqualTo("TRANSACTION_CONFLICT");
      return false;
    }
  }

  @Test
  void a_table_that_is_first_used_within_it_is_made_beside_it() {
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = two(connector, tenant);
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        H2.put(tx, PERSON, Map.of("name", "Ida"));
        H2.put(tx, USER, Map.of("email", "a"));
        tx.rollback();
      }
      assertThat(names(store)).containsExactly("Ada", "Bob");
      assertThat(store.count(USER, Where.all())).isZero();
    }
  }

  @Test
  void ids_go_on_behind_those_that_it_brings_along_and_nothing_is_committed_by_that() {
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = two(connector, tenant);
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        H2.put(tx, PERSON, Map.of("id", 100));
        assertThat(H2.put(tx, PERSON, Map.of()).id()).isEqualTo(101L);
        tx.rollback();
      }
      assertThat(names(store)).containsExactly("Ada", "Bob");
      try (StoreTransaction tx = store.begin(IsolationLevel.REPEATABLE_READ)) {
        assertThat(names(tx)).hasSize(2);
        H2.put(store, PERSON, Map.of("id", 200));
        Entity later = H2.put(tx, PERSON, Map.of("name", "later"));
        assertThat(later.id()).asInstanceOf(InstanceOfAssertFactories.LONG).isGreaterThan(200);
        tx.commit();
      }
      assertThat(store.count(PERSON, Where.all())).isEqualTo(4);
    }
  }

  @Test
  void a_duplicate_is_told_and_it_goes_on() {
    JdbcConnector connector = h2.inMemory();
    Store store = two(connector, H2.ACME);
    H2.put(store, USER, Map.of("email", "a"));
    try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
      H2.put(tx, PERSON, Map.of("name", "Ida"));
      assertThatThrownBy(() -> H2.put(tx, USER, Map.of("email", "a")))
          .hasMessageContaining("\"email\"");
      assertThatThrownBy(() -> H2.put(tx, PERSON, Map.of("id", 1))).hasMessageContaining("\"id\"");
      tx.commit();
    }
    assertThat(names(store)).containsExactly("Ada", "Bob", "Ida");
    assertThat(names(two(connector, H2.ZEN))).containsExactly("Ada", "Bob");
  }

  @Test
  void a_question_that_takes_too_long_is_given_up_and_it_goes_on() {
    JdbcConnector connector = h2.inMemory();
    Store store = two(connector, H2.ACME);
    List<Entity> many =
        IntStream.range(0, 30_000)
            .mapToObj(i -> H2.row(PERSON, Map.of("name", "abc abc abc abc abc " + i)))
            .toList();
    Filter slow = Filter.where("name").like("%a%z");
    try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
      tx.insertAll(PERSON, many);
      assertThatExceptionOfType(LimitException.class)
          .isThrownBy(
              () -> Deadline.in(Duration.ofMillis(1), () -> 0).call(() -> tx.find(PERSON, slow)));
      assertThat(tx.find(PERSON, slow)).isEmpty();
      assertThat(tx.count(PERSON, Where.all())).isEqualTo(30_002);
      assertThat(tx.delete(PERSON, Where.all())).isEqualTo(30_002);
    }
    assertThat(names(store)).containsExactly("Ada", "Bob");
    assertThat(names(two(connector, H2.ZEN))).containsExactly("Ada", "Bob");
  }

  @Test
  void what_reads_rows_to_change_them_does_it_within_it() {
    JdbcConnector connector = h2.inMemory();
    ModelDefinition open = Models.open(PERSON);
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = two(connector, tenant);
      store.prepare(open);
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        Where matched = Filter.where("name").regexp("A|B").where();
        assertThat(tx.update(open, matched, Map.of("extra", 5))).isEqualTo(2);
        assertThat(tx.find(open, Filter.where("extra", 5))).hasSize(2);
        assertThat(tx.delete(open, matched)).isEqualTo(2);
        assertThat(store.find(open, Filter.where("extra", 5))).isEmpty();
      }
      assertThat(names(store)).containsExactly("Ada", "Bob");
    }
  }

  @Test
  void a_database_in_use_by_one_is_not_closed_and_a_connector_that_closes_ends_it() {
    JdbcConnector connector = h2.inMemory();
    Store acme = two(connector, H2.ACME);
    Store zen = two(connector, H2.ZEN);
    StoreTransaction tx = acme.begin(IsolationLevel.READ_COMMITTED);
    H2.put(tx, PERSON, Map.of("name", "Ida"));
    connector.release(H2.ACME);
    assertThat(names(tx)).hasSize(3);
    tx.close();
    tx.close();
    StoreTransaction other = zen.begin(IsolationLevel.READ_COMMITTED);
    connector.close();
    h2.forget(connector);
    other.close();
    assertThat(connector.leases().databases().open().inside()).isZero();
  }

  @Test
  void a_wider_definition_within_it_gets_its_column_beside_it() {
    JdbcConnector connector = h2.inMemory();
    ModelDefinition wide = Models.with(PERSON, Property.of("city", ScalarType.STRING));
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = two(connector, tenant);
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        H2.put(tx, wide, Map.of("city", "Rom"));
        assertThatThrownBy(() -> tx.recreate(PERSON)).isInstanceOf(UnsupportedException.class);
        assertThatThrownBy(() -> tx.vacate(PERSON, "name"))
            .isInstanceOf(UnsupportedException.class);
        tx.commit();
      }
      assertThat(store.count(wide, Where.eq("city", "Rom"))).isEqualTo(1);
    }
  }

  private static Store two(JdbcConnector connector, Partition tenant) {
    Store store = connector.store(tenant);
    H2.put(store, PERSON, Map.of("name", "Ada"));
    H2.put(store, PERSON, Map.of("name", "Bob"));
    return store;
  }

  private static Entity user(String email) {
    return H2.row(USER, Map.of("email", email));
  }

  private static List<String> names(Store store) {
    return store.find(PERSON, Filter.all()).stream()
        .map(row -> String.valueOf(row.get("name")))
        .toList();
  }

  private static void conflict(ThrowingCallable call) {
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo("TRANSACTION_CONFLICT"));
  }
}
