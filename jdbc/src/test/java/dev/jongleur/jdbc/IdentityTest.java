package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.query.Where;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {
  private static final ModelDefinition PERSON = Models.person();

  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void numbers_are_taken_many_at_a_time_of_which_closing_gives_back_what_is_left()
      throws Exception {
    JdbcConnector connector = h2.open(directory());
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      store.prepareAll(List.of(PERSON));
      assertThat(store.insertAll(PERSON, people(1500))).map(Entity::id).endsWith(1500L);
      assertThat(ahead(connector, tenant)).isEqualTo(1000);
    }
    h2.close(connector);
    JdbcConnector again = h2.open(directory());
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      assertThat(again.store(tenant).insertAll(PERSON, people(1)).getFirst().id()).isEqualTo(1501L);
    }
  }

  @Test
  void an_id_that_was_brought_along_is_not_made_again_when_its_row_is_gone() {
    JdbcConnector connector = h2.inMemory();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      Store store = connector.store(tenant);
      H2.put(store, PERSON, Map.of("id", 5));
      assertThat(store.delete(PERSON, Where.all())).isEqualTo(1);
      assertThat(H2.put(store, PERSON, Map.of()).id()).isEqualTo(6L);
      H2.put(store, PERSON, Map.of("id", 9));
      assertThat(store.delete(PERSON, Where.eq("id", 9))).isEqualTo(1);
      assertThat(H2.put(store, PERSON, Map.of()).id()).isEqualTo(10L);
    }
  }

  private static long ahead(JdbcConnector connector, Partition tenant) throws SQLException {
    String cache = "select IDENTITY_CACHE from INFORMATION_SCHEMA.COLUMNS where COLUMN_NAME = 'id'";
    try (LeasedConnection lease = connector.leases().lease(tenant);
        Statement statement = lease.connection().createStatement();
        ResultSet rows = statement.executeQuery(cache)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private static List<Entity> people(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> H2.row(PERSON, Map.of("name", "n" + i)))
        .toList();
  }

  private Settings directory() {
    return Settings.of("h2").with("directory", temp.toString());
  }
}
