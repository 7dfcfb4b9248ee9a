package dev.jongleur.jdbc;

import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.Tenant;
import dev.jongleur.Transaction;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.BulkException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transactions on a database as programs use them: two tenants, and nothing is left of any. */
class TransactionDoorTest {
  private static final ModelDefinition ACCOUNT =
      ModelDefinition.of(
          "Account", a -> a.property("owner", STRING, unique()).property("balance", NUMBER));
  private static final ModelDefinition ENTRY =
      ModelDefinition.of("Entry", e -> e.property("amount", NUMBER));

  @TempDir Path temp;
  private Jongleur jongleur;
  private Tenant acme;
  private Tenant globex;

  @BeforeEach
  void begin() {
    jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("h2").with("directory", temp.toString()))
            .blueprint(Blueprint.of("main", List.of(ACCOUNT, ENTRY)))
            .build();
    acme = jongleur.onboard("acme");
    globex = jongleur.onboard("globex");
    var _ = globex.model("Account").create(Map.of("owner", "Zoe", "balance", 1));
  }

  @AfterEach
  void nothing_is_left() {
    assertThat(globex.model("Account").find())
        .extracting(row -> row.get("owner"))
        .containsExactly("Zoe");
    assertThat(jongleur.registry().stats().leasesByKind()).doesNotContainKey("transaction");
    jongleur.close();
    assertThat(jongleur.registry().stats().leasesByKind().values()).containsOnly(0);
  }

  @Test
  void work_within_it_commits_when_it_returns_and_rolls_back_when_it_throws() {
    Model accounts = acme.model("Account");
    var _ =
        acme.transaction(tx -> {
          var _ = accounts.create(Map.of("owner", "Ada"));
          assertThat(globex.model("Account").count()).isEqualTo(1);
          return acme.model("Entry").create(Map.of("amount", 1), tx.options());
        });
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            acme.transaction(_ -> {
              var _ = accounts.deleteAll(Filter.all());
              assertThat(accounts.count()).isZero();
              throw new IllegalStateException("on second thoughts");
            }));
    assertThat(accounts.count()).isEqualTo(1);
    assertThat(acme.model("Entry").count()).isEqualTo(1);
  }

  @Test
  void every_operation_can_be_part_of_it() {
    Model accounts = acme.model("Account");
    var _ = accounts.createAll(List.of(Map.of("owner", "Ada"), Map.of("owner", "Bob")));
    try (Transaction tx = acme.beginTransaction()) {
      Options in = tx.options();
      var _ = accounts.upsert(Map.of("id", 1, "balance", 7), in);
      var _ = accounts.findOrCreate(where("owner", "Ida"), Map.of("owner", "Ida"), in);
      var _ = accounts.upsertWithWhere(where("owner", "Bob"), Map.of("balance", 8), in);
      assertThatExceptionOfType(BulkException.class)
          .isThrownBy(
              () -> accounts.createAll(List.of(Map.of("owner", "X"), Map.of("owner", "Ida")), in));
      assertThat(accounts.find(Filter.all().order("id"), in))
          .extracting(row -> row.get("owner"), row -> row.get("balance"))
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("Ada", 7L),
              org.assertj.core.groups.Tuple.tuple("Bob", 8L),
              org.assertj.core.groups.Tuple.tuple("Ida", null));
      assertThat(accounts.find()).extracting(row -> row.get("balance")).containsOnlyNulls();
    }
    assertThat(accounts.count()).isEqualTo(2);
  }

  @Test
  void it_is_rolled_back_when_its_time_is_over() {
    Model accounts = acme.model("Account");
    Transaction tx = acme.beginTransaction("", Options.of("timeout", 50));
    await().until(() -> !tx.isActive());
    refused("TRANSACTION_TIMEOUT", () -> accounts.create(Map.of("owner", "Ada"), tx.options()));
    refused("TRANSACTION_TIMEOUT", tx::commit);
    assertThat(accounts.count()).isZero();
  }

  @Test
  void a_tenant_that_is_folded_or_released_loses_it_and_its_connection_is_given_back() {
    Model accounts = acme.model("Account");
    Transaction tx = acme.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    acme.fold();
    refused("TRANSACTION_ENDED", tx::commit);
    assertThat(accounts.count()).isZero();
    Transaction again = acme.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), again.options());
    acme.release();
    refused("TRANSACTION_ENDED", again::commit);
    assertThat(jongleur.onboard("acme").model("Account").count()).isZero();
  }

  @Test
  void one_that_is_dropped_is_rolled_back_and_its_connection_is_given_back() {
    var registry = new ModelRegistry();
    try (DataSource db = registry.open(Settings.of("h2").connections(1))) {
      Model accounts = db.define(ACCOUNT);
      var _ = accounts.create(Map.of("owner", "Ada"));
      drop(db, accounts);
      await()
          .until(() -> {
            System.gc();
            return registry.stats().forgotten() == 1;
          });
      assertThat(registry.stats().forgottenByKind()).containsEntry(Resource.TRANSACTION, 1L);
      assertThat(accounts.count()).isEqualTo(1);
      assertThat(db.figures()).containsEntry("connections", 0L);
    }
    assertThat(registry.stats().leasesByKind().values()).containsOnly(0);
  }

  private static void drop(DataSource db, Model accounts) {
    Transaction forgotten = db.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Eve"), forgotten.options());
  }

  @Test
  void a_data_source_that_closes_ends_it() {
    DataSource db = DataSource.open(Settings.of("h2"));
    Model accounts = db.define(ACCOUNT);
    Transaction tx = db.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    db.close();
    refused("TRANSACTION_ENDED", tx::commit);
    tx.close();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }
}
