package dev.jongleur;

import static dev.jongleur.definition.PropertyOption.unique;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DuplicateException;
import dev.jongleur.error.TransactionException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.observer.Subscription;
import dev.jongleur.observer.TransactionHook;
import dev.jongleur.query.Options;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** F-374: code called when a transaction ends. */
class TransactionObserversTest {
  private static final ModelDefinition ACCOUNT =
      ModelDefinition.of("Account", a -> a.property("owner", STRING, unique()));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final List<String> calls = new CopyOnWriteArrayList<>();

  private Transaction observed(Transaction tx) {
    for (TransactionHook hook : TransactionHook.values()) {
      var _ = tx.observe(hook, context -> calls.add(context.hook().label()));
    }
    return tx;
  }

  @Test
  void a_commit_is_told_before_and_after() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    try (Transaction tx = observed(accounts.beginTransaction())) {
      var _ =
          tx.observe(
              TransactionHook.BEFORE_COMMIT,
              before -> {
                assertThat(before.id()).isEqualTo(tx.id());
                before.state().put("by", "Ada");
                var _ = accounts.create(Map.of("owner", "part of it"), tx.options());
              });
      var _ =
          tx.observe(
              TransactionHook.AFTER_COMMIT,
              after -> calls.add(accounts.count() + " by " + after.state().get("by")));
      tx.commit();
    }
    assertThat(calls).containsExactly("before commit", "after commit", "1 by Ada");
  }

  @Test
  void a_rollback_is_told_before_and_after_whoever_asks_for_it() {
    Tenant acme = nothing.acme(ACCOUNT);
    observed(acme.beginTransaction()).rollback();
    assertThat(calls).containsExactly("before rollback", "after rollback");
    try (Transaction closed = observed(acme.beginTransaction())) {
      assertThat(closed.isActive()).isTrue();
    }
    assertThat(calls).hasSize(4);
    assertThatIllegalStateException()
        .isThrownBy(() ->
            acme.transaction(tx -> {
              var _ = observed(tx);
              throw new IllegalStateException("on second thoughts");
            }));
    assertThat(calls).hasSize(6).endsWith("before rollback", "after rollback");
  }

  @Test
  void who_fails_before_a_commit_keeps_it_from_being_committed_and_it_goes_on() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    try (Transaction tx = observed(accounts.beginTransaction())) {
      var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
      Subscription veto = tx.observe(TransactionHook.BEFORE_COMMIT, _ -> fail("not yet"));
      assertThatIllegalStateException().isThrownBy(tx::commit).withMessage("not yet");
      assertThat(tx.isActive()).isTrue();
      assertThat(accounts.count()).isZero();
      veto.close();
      tx.commit();
    }
    assertThat(accounts.count()).isEqualTo(1);
    assertThat(calls).containsExactly("before commit", "before commit", "after commit");
  }

  @Test
  void work_whose_commit_is_refused_is_rolled_back() {
    Tenant acme = nothing.acme(ACCOUNT);
    Model accounts = acme.model("Account");
    assertThatIllegalStateException()
        .isThrownBy(() ->
            acme.transaction(tx -> {
              var _ = observed(tx).observe(TransactionHook.BEFORE_COMMIT, _ -> fail("never"));
              return accounts.create(Map.of("owner", "Ada"));
            }));
    assertThat(accounts.count()).isZero();
    assertThat(calls).containsExactly("before commit", "before rollback", "after rollback");
  }

  @Test
  void nothing_keeps_it_from_being_rolled_back() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    Transaction tx = accounts.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    var _ = tx.observe(TransactionHook.BEFORE_ROLLBACK, _ -> fail("before"));
    var _ = tx.observe(TransactionHook.AFTER_ROLLBACK, _ -> fail("after"));
    assertThatIllegalStateException()
        .isThrownBy(tx::rollback)
        .withMessage("before")
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    assertThat(tx.isActive()).isFalse();
    assertThat(accounts.count()).isZero();
  }

  @Test
  void a_commit_that_fails_is_told_with_its_failure() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    Transaction tx = observed(accounts.beginTransaction());
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    var _ = accounts.create(Map.of("owner", "Ada"));
    var _ =
        tx.observe(
            TransactionHook.AFTER_COMMIT_ERROR,
            error ->
                assertThat(error.failure().orElseThrow()).isInstanceOf(DuplicateException.class));
    assertThatExceptionOfType(DuplicateException.class).isThrownBy(tx::commit);
    assertThat(calls).containsExactly("before commit", "after commit error");
  }

  @Test
  void what_an_observer_of_the_failure_throws_comes_in_its_place() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    Transaction tx = accounts.beginTransaction();
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    var _ = accounts.create(Map.of("owner", "Ada"));
    var _ = tx.observe(TransactionHook.AFTER_COMMIT_ERROR, _ -> fail("instead"));
    assertThatIllegalStateException()
        .isThrownBy(tx::commit)
        .withMessage("instead")
        .satisfies(e -> assertThat(e.getSuppressed()[0]).isInstanceOf(DuplicateException.class));
    assertThat(tx.isActive()).isFalse();
  }

  @Test
  void when_its_time_is_over_that_is_told_and_then_the_rollback() {
    Tenant acme = nothing.acme(ACCOUNT);
    Transaction tx = observed(acme.beginTransaction("main", Options.of("timeout", 20)));
    var _ = tx.observe(TransactionHook.TIMEOUT, _ -> fail("logged, and in nobody's way"));
    await().until(() -> calls.size() == 3);
    assertThat(calls).containsExactly("timeout", "before rollback", "after rollback");
    assertThat(tx.isActive()).isFalse();
  }

  @Test
  void an_observer_that_fails_as_the_owner_goes_does_not_keep_it() {
    Tenant acme = nothing.acme(ACCOUNT);
    Transaction tx = observed(acme.beginTransaction());
    var _ = tx.observe(TransactionHook.BEFORE_ROLLBACK, _ -> fail("logged"));
    Transaction other = observed(acme.beginTransaction());
    acme.fold();
    assertThat(List.of(tx.isActive(), other.isActive())).containsExactly(false, false);
    assertThat(calls).containsOnly("before rollback", "after rollback").hasSize(4);
  }

  @Test
  void an_observer_that_ends_it_itself_ends_it_once() {
    Model accounts = nothing.acme(ACCOUNT).model("Account");
    Transaction tx = observed(accounts.beginTransaction());
    var _ = accounts.create(Map.of("owner", "Ada"), tx.options());
    var _ = tx.observe(TransactionHook.BEFORE_COMMIT, _ -> tx.rollback());
    assertThatExceptionOfType(TransactionException.class).isThrownBy(tx::commit);
    assertThat(accounts.count()).isZero();
    assertThat(calls).containsExactly("before commit", "after commit error");
    Transaction undone = accounts.beginTransaction();
    var _ = undone.observe(TransactionHook.BEFORE_ROLLBACK, _ -> undone.rollback());
    undone.rollback();
    assertThat(undone.isActive()).isFalse();
  }

  @Test
  void one_that_has_ended_has_no_observers_any_more() {
    Transaction tx = nothing.acme(ACCOUNT).beginTransaction();
    tx.commit();
    assertThatExceptionOfType(TransactionException.class)
        .isThrownBy(() -> tx.observe(TransactionHook.AFTER_COMMIT, _ -> calls.add("never")));
  }

  @Test
  void observers_that_lead_back_to_it_do_not_keep_it_from_being_found() {
    var registry = nothing.registry();
    DataSource db = nothing.closing(registry.open(Settings.of("memory")));
    drop(db);
    await()
        .until(() -> {
          System.gc();
          return registry.stats().forgotten() == 1;
        });
    assertThat(registry.stats().forgottenByKind()).containsEntry(Resource.TRANSACTION, 1L);
  }

  private void drop(DataSource db) {
    Transaction forgotten = db.beginTransaction();
    var _ = forgotten.observe(TransactionHook.BEFORE_ROLLBACK, _ -> calls.add(forgotten.id()));
  }

  private static void fail(String why) {
    throw new IllegalStateException(why);
  }
}
