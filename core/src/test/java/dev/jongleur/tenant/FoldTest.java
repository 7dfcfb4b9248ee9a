package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.ClosedException;
import dev.jongleur.observer.Hook;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Law 5: what is in use is never swept; what is folded comes back. */
class FoldTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void a_folded_tenant_holds_nothing_and_comes_back_with_its_next_call() {
    Tenant acme = nothing.acme(USER);
    Model users = acme.model("User");
    var _ = users.create(Map.of("name", "Ada"));
    acme.fold();
    acme.fold();
    assertThat(acme.isUnfolded()).isFalse();
    assertThat(users.find()).extracting(user -> user.get("name")).containsExactly("Ada");
    assertThat(acme.isUnfolded()).isTrue();
  }

  @Test
  void a_folded_tenant_has_no_lease() {
    Jongleur jongleur = nothing.application(USER);
    int before = jongleur.registry().stats().leases();
    Tenant acme = jongleur.onboard("acme");
    assertThat(jongleur.registry().stats().leases()).isGreaterThan(before);
    acme.fold();
    assertThat(jongleur.registry().stats().leases()).isEqualTo(before);
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
  }

  @Test
  void folding_while_others_work_loses_nothing_and_does_nothing_twice() throws Exception {
    Tenant acme = nothing.acme(USER);
    Model users = acme.model("User");
    var _ =
        Race.of(
            9,
            runner -> {
              for (int i = 0; i < 300; i++) {
                if (runner == 0) {
                  acme.fold();
                } else {
                  var _ = users.create(Map.of("name", runner + "-" + i));
                }
              }
              return runner;
            });
    assertThat(users.count()).isEqualTo(8 * 300);
    assertThat(users.find()).extracting(user -> user.get("name")).doesNotHaveDuplicates();
  }

  @Test
  @Timeout(20)
  void a_call_within_a_call_does_not_hold_up_a_fold() throws Exception {
    Tenant acme = nothing.acme(USER);
    Model users = acme.model("User");
    var folding = new Thread[1];
    var _ =
        users.observe(
            Hook.AFTER_SAVE,
            save -> {
              if (folding[0] == null) {
                folding[0] = Thread.ofVirtual().start(acme::fold);
                awaitFolded(acme);
                var _ = users.create(Map.of("name", "within"));
              }
            });
    var _ = users.create(Map.of("name", "outer"));
    assertThat(folding[0].join(Duration.ofSeconds(10))).isTrue();
    assertThat(users.find())
        .extracting(user -> user.get("name"))
        .containsExactly("outer", "within");
  }

  private static void awaitFolded(Tenant tenant) {
    while (tenant.isUnfolded()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void work_that_fails_with_closed_is_not_done_again() throws Exception {
    Tenant acme = nothing.acme(USER);
    Model users = acme.model("User");
    var calls = new AtomicInteger();
    var folding = new Thread[1];
    var _ =
        users.observe(
            Hook.AFTER_SAVE,
            _ -> {
              calls.incrementAndGet();
              folding[0] = Thread.ofVirtual().start(acme::fold);
              awaitFolded(acme);
              throw new ClosedException("something else");
            });
    assertThat(catchThrowable(() -> users.create(Map.of()))).hasMessage("something else");
    assertThat(folding[0].join(Duration.ofSeconds(10))).isTrue();
    assertThat(calls).hasValue(1);
    assertThat(users.count()).isEqualTo(1);
  }
}
