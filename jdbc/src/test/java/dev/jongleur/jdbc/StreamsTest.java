package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Cursor;
import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.connector.StoreTransaction;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Property;
import dev.jongleur.definition.ScalarType;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.CapacityException;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.LimitException;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Rows of a database that are read piece by piece. */
class StreamsTest {
  private static final ModelDefinition PERSON = Models.person();
  private static final long MEBI = 1 << 20;

  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void rows_come_in_the_order_and_on_the_page_of_the_filter_whoever_decides_it()
      throws SQLException {
    JdbcConnector connector = h2.inMemory();
    Store acme = filled(connector, H2.ACME, 1_000);
    Store zen = filled(connector, H2.ZEN, 10);
    List<Filter> filters =
        List.of(
            Filter.all(),
            Filter.all().order("age DESC").skip(3).limit(700),
            Filter.where("age").gt(500).order("name"),
            Filter.where("age").regexp("7$").skip(2).limit(50),
            Filter.where("name").regexp("9").order("name DESC ignoreCase").limit(7),
            Filter.where("name").inq(List.of()),
            Filter.all().fields("age"));
    for (Filter filter : filters) {
      for (Store store : List.of(acme, zen)) {
        assertThat(all(store, filter, 7))
            .as("%s", filter)
            .map(Entity::toMap)
            .containsExactlyElementsOf(
                store.find(PERSON, filter).stream().map(Entity::toMap).toList());
      }
    }
  }

  @Test
  void it_holds_a_connection_until_its_end() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").connections(1).with("wait", 100));
    Store acme = filled(connector, H2.ACME, 10);
    Cursor rows = acme.open(PERSON, Filter.all());
    assertThat(rows.next(4)).hasSize(4);
    assertThat(connector.leases().leased()).isEqualTo(1);
    assertThatExceptionOfType(CapacityException.class)
        .isThrownBy(() -> acme.count(PERSON, Where.all()));
    rows.close();
    rows.close();
    assertThat(connector.leases().leased()).isZero();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> rows.next(1));
    assertThat(acme.count(PERSON, Where.all())).isEqualTo(10);
    assertThat(filled(connector, H2.ZEN, 3).count(PERSON, Where.all())).isEqualTo(3);
  }

  @Test
  void what_others_do_meanwhile_does_not_disturb_it() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").with("directory", temp.toString()));
    Store acme = filled(connector, H2.ACME, 1_000);
    ModelDefinition wide = Models.with(PERSON, Property.of("city", ScalarType.STRING));
    try (Cursor rows = acme.open(PERSON, Filter.all())) {
      List<Entity> read = new ArrayList<>(rows.next(100));
      assertThat(acme.update(PERSON, Where.all(), Map.of("name", "x"))).isEqualTo(1_000);
      acme.prepare(wide);
      H2.put(acme, wide, Map.of("city", "Rom"));
      assertThat(acme.delete(wide, Filter.where("age").gt(500).where())).isEqualTo(500);
      for (List<Entity> piece = rows.next(100); !piece.isEmpty(); piece = rows.next(100)) {
        read.addAll(piece);
      }
      assertThat(read).hasSize(1_000).noneMatch(row -> "x".equals(row.get("name")));
    }
    assertThat(filled(connector, H2.ZEN, 5).count(wide, Where.all())).isEqualTo(5);
  }

  @Test
  void the_rows_that_are_still_to_come_are_not_held() throws SQLException {
    for (boolean inFile : List.of(false, true)) {
      Settings settings = Settings.of("h2").connections(40);
      JdbcConnector connector =
          h2.open(inFile ? settings.with("directory", temp.toString()) : settings);
      Store acme = filled(connector, H2.ACME, 100_000);
      Store zen = filled(connector, H2.ZEN, 1);
      var open = new ArrayList<Cursor>();
      assertThat(acme.count(PERSON, Where.all())).isEqualTo(100_000);
      long before = heap();
      for (int i = 0; i < 5; i++) {
        open.add(acme.open(PERSON, Filter.where("name").regexp("a")));
        assertThat(open.getLast().next(100)).hasSize(100);
      }
      assertThat(heap() - before).as("bytes").isLessThan(20 * MEBI);
      open.forEach(Cursor::close);
      assertThat(all(zen, Filter.all(), 10)).hasSize(1);
    }
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void each_piece_has_a_time_of_its_own_and_one_that_takes_longer_ends_it() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").connections(1));
    Store acme = filled(connector, H2.ACME, 300_000);
    Filter slow = Filter.where("name").like("%a%b%z").order("id");
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> soon().call(() -> acme.open(PERSON, slow).next(1)))
        .satisfies(e -> assertThat(e.limit()).isEqualTo("queryTime"));
    assertThat(connector.leases().leased()).isZero();
    try (Cursor rows = acme.open(PERSON, Filter.all())) {
      assertThat(Deadline.in(Duration.ofMinutes(1)).call(() -> rows.next(10))).hasSize(10);
      assertThat(rows.next(10)).hasSize(10);
      assertThatExceptionOfType(LimitException.class)
          .isThrownBy(() -> Deadline.in(Duration.ZERO).call(() -> rows.next(10)));
      assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> rows.next(10));
    }
    assertThat(connector.leases().leased()).isZero();
    assertThat(acme.find(PERSON, slow)).as("no limit stays on the connection").isEmpty();
    assertThat(filled(connector, H2.ZEN, 2).find(PERSON, Filter.all())).hasSize(2);
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(5), () -> 0);
  }

  @Test
  void in_a_transaction_it_reads_what_that_sees_and_ends_with_it() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").connections(2));
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = filled(connector, tenant, 10);
      Cursor left;
      try (StoreTransaction tx = store.begin(IsolationLevel.READ_COMMITTED)) {
        H2.put(tx, PERSON, Map.of("name", "Ida"));
        assertThat(all(tx, Filter.all(), 3)).hasSize(11);
        assertThat(all(store, Filter.all(), 3)).hasSize(10);
        left = tx.open(PERSON, Filter.all());
        assertThat(left.next(2)).hasSize(2);
        assertThat(tx.count(PERSON, Where.all())).isEqualTo(11);
        assertThat(left.next(2)).hasSize(2);
      }
      assertThatExceptionOfType(ClosedException.class).isThrownBy(() -> left.next(1));
      left.close();
      assertThat(connector.leases().leased()).isZero();
    }
  }

  @Test
  void one_that_fails_gives_its_connection_back() throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").connections(1));
    Store acme = filled(connector, H2.ACME, 10);
    try (LeasedConnection lease = connector.leases().lease(H2.ACME);
        Statement statement = lease.connection().createStatement()) {
      var _ = statement.execute("drop table \"Person\"");
    }
    assertThat(all(acme, Filter.all(), 3)).as("the table is made anew").isEmpty();
    assertThat(connector.leases().leased()).isZero();
    assertThat(all(filled(connector, H2.ZEN, 2), Filter.all(), 3)).hasSize(2);
  }

  private static List<Entity> all(Store store, Filter filter, int most) {
    var all = new ArrayList<Entity>();
    try (Cursor rows = store.open(PERSON, filter)) {
      for (List<Entity> piece = rows.next(most); !piece.isEmpty(); piece = rows.next(most)) {
        assertThat(piece).hasSizeLessThanOrEqualTo(most);
        all.addAll(piece);
      }
    }
    return all;
  }

  private static Store filled(JdbcConnector connector, Partition tenant, int rows)
      throws SQLException {
    Store store = connector.store(tenant);
    store.prepare(PERSON);
    try (LeasedConnection lease = connector.leases().lease(tenant);
        Statement statement = lease.connection().createStatement()) {
      var _ =
          statement.executeUpdate(
              "insert into \"Person\" (\"name\", \"age\")"
                  + " select 'abc abc abc ' || X, X from SYSTEM_RANGE(1, "
                  + rows
                  + ")");
    }
    return store;
  }
}
