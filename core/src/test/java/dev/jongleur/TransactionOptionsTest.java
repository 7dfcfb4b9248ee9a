package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DataException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.Options;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionOptionsTest {
  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void a_connector_without_transactions_says_so() {
    DataSource db = nothing.closing(nothing.registry().open(Settings.of("grudging")));
    assertThat(db.capabilities()).doesNotContain(Capability.TRANSACTIONS);
    assertThatExceptionOfType(UnsupportedException.class).isThrownBy(db::beginTransaction);
    assertThatExceptionOfType(UnsupportedException.class)
        .isThrownBy(() -> db.transaction(_ -> "never"));
    assertThat(nothing.registry().stats().leasesByKind()).doesNotContainKey("transaction");
  }

  @Test
  void isolation_levels_have_the_names_of_loopback() {
    assertThat(IsolationLevel.named("read committed")).isEqualTo(IsolationLevel.READ_COMMITTED);
    assertThat(IsolationLevel.REPEATABLE_READ.label()).isEqualTo("REPEATABLE READ");
    assertThatExceptionOfType(DataException.class).isThrownBy(() -> IsolationLevel.named("none"));
  }

  @Test
  void options_that_cannot_be_meant_are_refused() {
    DataSource db = nothing.memory();
    for (Options options :
        new Options[] {
          Options.of("isolationLevel", "hope"),
          Options.of("isolationLevel", 7),
          Options.of("timeout", 0),
          Options.of("timeout", "soon")
        }) {
      assertThatExceptionOfType(DataException.class).isThrownBy(() -> db.beginTransaction(options));
    }
  }

  @Test
  void what_is_no_transaction_cannot_be_the_option() {
    Model users = nothing.acme("User", u -> u.property("name", STRING));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> users.create(Map.of("name", "Ada"), Options.of("transaction", "tx")));
    assertThat(users.count()).isZero();
  }
}
