package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.query.Filter;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionTest {
  private static final ModelDefinition ACCOUNT =
      ModelDefinition.of(
          "Account", a -> a.property("owner", STRING, unique()).property("balance", NUMBER));
  private static final ModelDefinition ENTRY =
      ModelDefinition.of("Entry", e -> e.property("amount", NUMBER));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(call)
        .satisfies(e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void what_it_does_is_seen_by_itself_alone_until_it_commits() {
    Tenant acme = nothing.acme(ACCOUNT, ENTRY);
    Model accounts = acme.model("Account");
    Model entries = acme.model("Entry");
    Entity ada = accounts.create(Map.of("owner", "Ada", "balance", 5));
    try (Transaction tx = acme.beginTransaction()) {
      var _ = accounts.patch(ada, Map.of("balance", 3), tx.options());
      var _ = entries.create(Map.of("amount", -2), tx.options());
      assertThat(accounts.findById(1, Filter.all(), tx.options()).orElseThrow().get("balance"))
          .isEqualTo(3L);
      assertThat(accounts.count(where("balance", 3), tx.options())).isEqualTo(1);
      assertThat(accounts.count(where("balance", 3))).isZero();
      assertThat(entries.count()).isZero();
      tx.commit();
      assertThat(tx.isActive()).isFalse();
    }
    assertThat(accounts.count(where("balance", 3))).isEqualTo(1);
    assertThat(entries.count()).isEqualTo(1);
  }

  @Test
  void it_reads_everything_as_it_was_when_it_began() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    var _ = accounts.create(Map.of("owner", "Ada"));
    try (Transaction tx = accounts.beginTransaction()) {
      var _ = accounts.create(Map.of("owner", "Eve"));
      assertThat(accounts.deleteById(1)).isEqualTo(1);
      assertThat(accounts.find(Filter.all(), tx.options()))
          .extracting(account -> account.get("owner"))
          .containsExactly("Ada");
    }
  }

  @Test
  void of_two_that_write_the_same_row_the_first_to_commit_wins() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    var _ = accounts.createAll(List.of(Map.of("owner", "Ada"), Map.of("owner", "Eve")));
    Transaction first = accounts.beginTransaction();
    Transaction second = accounts.beginTransaction();
    Transaction elsewhere = accounts.beginTransaction();
    var _ = accounts.updateAll(where("id", 1), Map.of("balance", 1), first.options());
    var _ = accounts.updateAll(where("id", 1), Map.of("balance", 2), second.options());
    var _ = accounts.updateAll(where("id", 2), Map.of("balance", 3), elsewhere.options());
    first.commit();
    refused("TRANSACTION_CONFLICT", second::commit);
    elsewhere.commit();
    assertThat(accounts.find()).extracting(a -> a.get("balance")).containsExactly(1L, 3L);
    refused("TRANSACTION_ENDED", second::commit);
    refused("TRANSACTION_ENDED", second::rollback);
    second.close();
  }

  @Test
  void one_that_is_serializable_also_minds_what_it_has_read() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    var _ = accounts.createAll(List.of(Map.of("owner", "Ada"), Map.of("owner", "Eve")));
    for (String level : List.of("REPEATABLE READ", "SERIALIZABLE")) {
      Transaction tx = accounts.beginTransaction(Options.of("isolationLevel", level));
      long rows = accounts.count(Filter.all(), tx.options());
      var _ = accounts.updateAll(where("id", 1), Map.of("balance", rows), tx.options());
      var _ = accounts.updateAll(where("id", 2), Map.of("balance", 7));
      if (level.equals("SERIALIZABLE")) {
        refused("TRANSACTION_CONFLICT", tx::commit);
      } else {
        tx.commit();
      }
    }
  }

  @Test
  void ids_made_within_it_are_nobody_elses() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    Transaction one = accounts.beginTransaction();
    Transaction two = accounts.beginTransaction();
    Entity a = accounts.create(Map.of("owner", "Ada"), one.options());
    Entity b = accounts.create(Map.of("owner", "Eve"), two.options());
    Entity c = accounts.create(Map.of("owner", "Ida"));
    one.commit();
    two.commit();
    assertThat(List.of(a.id(), b.id(), c.id())).doesNotHaveDuplicates();
    assertThat(accounts.count()).isEqualTo(3);
  }

  @Test
  void a_unique_key_that_was_taken_meanwhile_is_found_at_the_commit() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    Transaction tx = accounts.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    var _ = accounts.create(Map.of("owner", "Ada"));
    assertThatExceptionOfType(DuplicateException.class)
        .isThrownBy(tx::commit)
        .satisfies(e -> assertThat(e.details()).containsEntry("properties", List.of("owner")));
    assertThat(accounts.count()).isEqualTo(1);
    assertThat(tx.isActive()).isFalse();
  }

  @Test
  void work_within_it_commits_when_it_returns_and_rolls_back_when_it_throws() {
    Tenant acme = nothing.acme(ACCOUNT, ENTRY);
    Model accounts = acme.model("Account");
    String owner =
        acme.transaction(tx -> {
          var _ = accounts.create(Map.of("owner", "Ada"));
          var _ = acme.model("Entry").create(Map.of("amount", 1), tx.options());
          return String.valueOf(accounts.findById(1).orElseThrow().get("owner"));
        });
    assertThat(owner).isEqualTo("Ada");
    assertThat(acme.model("Entry").count()).isEqualTo(1);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() ->
            acme.transaction(_ -> {
              var _ = accounts.deleteAll(Filter.all());
              throw new IllegalStateException("on second thoughts");
            }));
    assertThat(accounts.count()).isEqualTo(1);
  }

  @Test
  void work_within_it_may_end_it_itself_and_may_not_begin_another() {
    Tenant acme = nothing.acme(ACCOUNT);
    Model accounts = acme.model("Account");
    var _ =
        acme.transaction(tx -> {
          var _ = accounts.create(Map.of("owner", "Ada"));
          refused("TRANSACTION_NESTED", acme::beginTransaction);
          tx.rollback();
          refused("TRANSACTION_ENDED", accounts::count);
          return tx;
        });
    assertThat(accounts.count()).isZero();
  }

  @Test
  void it_does_nothing_for_another_data_source_or_tenant() {
    Jongleur jongleur = nothing.application(ACCOUNT);
    Tenant acme = jongleur.onboard("acme");
    Model others = jongleur.onboard("globex").model("Account");
    try (Transaction tx = acme.beginTransaction()) {
      refused("TRANSACTION_ELSEWHERE", () -> others.create(Map.of("owner", "X"), tx.options()));
      refused("TRANSACTION_ELSEWHERE", () -> others.count(Filter.all(), tx.options()));
    }
    var _ =
        acme.transaction(_ -> {
          var _ = acme.model("Account").create(Map.of("owner", "Ada"));
          return others.create(Map.of("owner", "not part of it"));
        });
    assertThat(others.count()).isEqualTo(1);
    assertThat(acme.model("Account").count()).isEqualTo(1);
  }

  @Test
  void it_is_rolled_back_when_its_time_is_over() {
    DataSource db = nothing.memory();
    Model accounts = db.define(ACCOUNT);
    Transaction tx = db.beginTransaction(Options.of("timeout", 20));
    await().until(() -> !tx.isActive());
    refused("TRANSACTION_TIMEOUT", () -> accounts.create(Map.of("owner", "Ada"), tx.options()));
    refused("TRANSACTION_TIMEOUT", tx::commit);
    refused(
        "TRANSACTION_TIMEOUT",
        () ->
            db.transaction(
                Options.of("timeout", 20),
                running -> {
                  await().until(() -> !running.isActive());
                  return "too late";
                }));
    Transaction quick = db.beginTransaction(Options.of("timeout", 100_000));
    quick.commit();
    assertThat(accounts.count()).isZero();
  }

  @Test
  void a_tenant_with_one_is_in_use_and_loses_it_when_it_is_given_back() {
    Jongleur jongleur = nothing.application(ACCOUNT);
    Tenant acme = jongleur.onboard("acme");
    Model accounts = acme.model("Account");
    Transaction tx = acme.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    assertThat(jongleur.registry().stats().leasesByKind()).containsEntry("transaction", 1);
    acme.fold();
    refused("TRANSACTION_ENDED", tx::commit);
    assertThat(accounts.count()).isZero();
    Transaction again = acme.beginTransaction();
    acme.customize("Account", account -> account.property("note", STRING));
    refused("TRANSACTION_ENDED", () -> accounts.count(Filter.all(), again.options()));
    assertThat(jongleur.registry().stats().leasesByKind()).doesNotContainKey("transaction");
  }

  @Test
  void one_that_is_dropped_is_rolled_back_and_reported() {
    var registry = nothing.registry();
    DataSource db = nothing.closing(registry.open(Settings.of("memory")));
    Model accounts = db.define(ACCOUNT);
    drop(db, accounts);
    await()
        .until(() -> {
          System.gc();
          return registry.stats().forgotten() == 1;
        });
    assertThat(registry.stats().forgottenByKind()).containsEntry(Resource.TRANSACTION, 1L);
    assertThat(registry.stats().leasesByKind()).doesNotContainKey("transaction");
    assertThat(accounts.count()).isZero();
  }

  private static void drop(DataSource db, Model accounts) {
    Transaction forgotten = db.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), forgotten.options());
  }

  @Test
  void a_data_source_that_closes_ends_what_goes_on() {
    DataSource db = nothing.registry().open(Settings.of("memory"));
    Transaction tx = db.beginTransaction();
    db.close();
    refused("TRANSACTION_ENDED", tx::commit);
  }

  @Test
  void readers_see_all_of_a_commit_or_nothing() throws Exception {
    Tenant acme = nothing.acme(ACCOUNT, ENTRY);
    Model accounts = acme.model("Account");
    Model entries = acme.model("Entry");
    var _ = accounts.create(Map.of("owner", "Ada", "balance", 0));
    var _ =
        Race.of(
            4,
            runner -> {
              for (int i = 1; i <= 100; i++) {
                if (runner == 0) {
                  int now = i;
                  var _ =
                      acme.transaction(_ -> {
                        var _ = accounts.updateAll(where("id", 1), Map.of("balance", now));
                        return entries.create(Map.of("amount", 1));
                      });
                } else {
                  var _ =
                      acme.transaction(_ -> {
                        Entity account = accounts.findById(1).orElseThrow();
                        assertThat(account.get("balance")).isEqualTo(entries.count());
                        return account;
                      });
                }
              }
              return runner;
            });
    assertThat(entries.count()).isEqualTo(100);
  }
}
