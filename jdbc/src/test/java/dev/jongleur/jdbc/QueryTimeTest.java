package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jongleur.connector.Deadline;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.LimitException;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Questions to a real database that take too long. */
class QueryTimeTest {
  /** So many take the database far longer than five milliseconds, on any machine. */
  private static final int MANY = 200_000;

  private static final ModelDefinition PERSON = Models.person();
  private static final Filter SLOW = Filter.where("name").like("%a%b%c%d%");

  @RegisterExtension final H2 h2 = new H2();

  /** One connection only, so that whatever stays on it meets the next caller. */
  private Store store(int rows) throws SQLException {
    JdbcConnector connector = h2.open(Settings.of("h2").connections(1));
    Store store = connector.store(H2.ACME);
    store.prepare(PERSON);
    try (LeasedConnection lease = connector.leases().lease(H2.ACME);
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

  private static LimitException refused(Deadline deadline, Supplier<?> question) {
    LimitException refused =
        catchThrowableOfType(LimitException.class, () -> deadline.call(question));
    assertThat(refused.limit()).isEqualTo("queryTime");
    assertThat(refused.status()).isEqualTo(429);
    return refused;
  }

  /** For us time stands still: only the database can find that it is over. */
  private static Deadline soon() {
    return Deadline.in(Duration.ofMillis(5), () -> 0);
  }

  @Test
  void the_database_gives_a_slow_question_up() throws SQLException {
    Store store = store(MANY);
    assertThat(refused(soon(), () -> store.find(PERSON, SLOW))).isNotNull();
    assertThat(refused(soon(), () -> store.count(PERSON, SLOW.where()))).isNotNull();
    assertThat(refused(soon(), () -> store.delete(PERSON, SLOW.where()))).isNotNull();
    assertThat(refused(soon(), () -> store.update(PERSON, SLOW.where(), Map.of("age", 1))))
        .isNotNull();
    assertThat(store.find(PERSON, SLOW)).as("no limit stays on the connection").isEmpty();
    assertThat(store.count(PERSON, Where.all())).isEqualTo(MANY);
  }

  @Test
  void a_change_that_takes_too_long_is_not_made() throws SQLException {
    Store store = store(MANY);
    Map<String, Object> change = Map.of("age", 0);
    assertThat(refused(soon(), () -> store.update(PERSON, Where.all(), change))).isNotNull();
    assertThat(store.count(PERSON, Where.eq("age", 0))).isZero();
    assertThat(refused(soon(), () -> store.delete(PERSON, Where.all()))).isNotNull();
    assertThat(store.count(PERSON, Where.all())).isEqualTo(MANY);
  }

  @Test
  void reading_rows_and_sorting_them_here_is_given_up_on_the_way() throws SQLException {
    Store store = store(5_000);
    assertThat(looking(10, () -> store.find(PERSON, Filter.all()))).hasSize(5_000);
    assertThat(refused(looks(5), () -> store.find(PERSON, Filter.all()))).isNotNull();
    Filter matched = Filter.where("name").regexp("abc 7.*7$");
    assertThat(looking(1_000, () -> store.find(PERSON, matched))).isNotEmpty();
  }

  /** Time goes on by one with each look at it; it is looked at before, and each 1,000 rows. */
  private static Deadline looks(int times) {
    var looks = new AtomicLong();
    return Deadline.in(Duration.ofSeconds(times), () -> looks.getAndIncrement() * 1_000_000_000L);
  }

  private static <T> T looking(int times, Supplier<T> question) {
    return looks(times).call(question);
  }

  @Test
  void a_question_is_not_asked_when_the_time_is_over() throws SQLException {
    Store store = store(1);
    assertThat(refused(looks(1), () -> store.find(PERSON, Filter.all()))).isNotNull();
    assertThat(store.find(PERSON, Filter.all())).hasSize(1);
  }

  @Test
  void what_is_at_hand_is_stored_however_long_it_took_to_come_to_it() throws SQLException {
    Store store = store(1);
    Entity stored = looks(1).call(() -> H2.put(store, PERSON, Map.of("name", "Ada")));
    assertThat(stored.get("name")).isEqualTo("Ada");
    assertThat(looks(1).call(() -> store.replace(PERSON, stored))).isTrue();
  }
}
