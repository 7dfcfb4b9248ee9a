package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.jdbc.pool.LeasedConnection;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Where;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SchemasTest {
  private static final ModelDefinition PERSON = Models.person();

  @RegisterExtension final H2 h2 = new H2();

  @Test
  void tenants_on_one_connection_never_see_each_others_rows() {
    JdbcConnector connector = h2.open(settings().connections(1));
    Store acme = connector.store(H2.ACME);
    Store zen = connector.store(H2.ZEN);
    for (int i = 0; i < 20; i++) {
      H2.put(acme, PERSON, Map.of("name", "acme"));
      H2.put(zen, PERSON, Map.of("name", "zen"));
      assertThat(acme.find(PERSON, Filter.all())).map(row -> row.get("name")).containsOnly("acme");
      assertThat(zen.find(PERSON, Filter.all())).map(row -> row.get("name")).containsOnly("zen");
      assertThat(zen.find(PERSON, Filter.where("id", i + 1L)))
          .map(Entity::id)
          .containsExactly(i + 1L);
    }
    assertThat(acme.delete(PERSON, Where.all())).isEqualTo(20);
    assertThat(zen.count(PERSON, Where.all())).isEqualTo(20);
    assertThat(connector.partitions()).containsExactlyInAnyOrder("acme", "zen");
  }

  @Test
  void a_returned_connection_has_forgotten_the_tenant() throws SQLException {
    JdbcConnector connector = h2.open(settings().connections(1));
    H2.put(connector.store(H2.ACME), PERSON, Map.of());
    try (LeasedConnection lease = connector.leases().lease(H2.ACME)) {
      lease.connection().setAutoCommit(false);
      select(lease.connection());
    }
    try (LeasedConnection lease = connector.leases().lease(Partition.WHOLE)) {
      assertThat(lease.connection().getSchema()).isEqualTo("PUBLIC");
      assertThat(lease.connection().getAutoCommit()).isTrue();
      assertThatThrownBy(() -> select(lease.connection())).isInstanceOf(SQLException.class);
    }
  }

  @Test
  void a_tenant_called_like_a_schema_of_the_database_has_its_own() {
    JdbcConnector connector = h2.open(settings());
    for (String name : new String[] {"public", "information_schema", "tenant_acme"}) {
      Store store = connector.store(new Partition(name));
      H2.put(store, PERSON, Map.of("name", name));
      assertThat(store.count(PERSON, Where.all())).isEqualTo(1);
    }
    assertThat(connector.store(Partition.WHOLE).count(PERSON, Where.all())).isZero();
    assertThat(connector.store(H2.ACME).count(PERSON, Where.all())).isZero();
  }

  @Test
  void an_erased_tenant_has_no_schema_and_the_others_stay() {
    JdbcConnector connector = h2.open(settings());
    H2.put(connector.store(H2.ACME), PERSON, Map.of());
    H2.put(connector.store(H2.ZEN), PERSON, Map.of());
    connector.erase(H2.ACME);
    assertThat(connector.partitions()).containsExactly("zen");
    assertThat(connector.store(H2.ACME).count(PERSON, Where.all())).isZero();
    assertThat(connector.store(H2.ZEN).count(PERSON, Where.all())).isEqualTo(1);
  }

  private static void select(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("select * from \"Person\"")) {
      assertThat(rows.getMetaData().getColumnCount()).isPositive();
    }
  }

  private static Settings settings() {
    return Settings.of("jdbc:h2:mem:schemas").isolation(Isolation.SCHEMA_PER_TENANT);
  }
}
