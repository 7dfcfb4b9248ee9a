package dev.jongleur;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.LimitException;
import dev.jongleur.event.Alert;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An application with a governor and limits, through the door. */
@Timeout(60)
class GovernedTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", user -> user.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ClockByHand clock = new ClockByHand();
  private final List<Alert> told = new CopyOnWriteArrayList<>();

  private Jongleur application(GovernorPolicy policy) {
    return nothing.closing(
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(USER)))
            .clock(clock)
            .governor(policy)
            .onAlert(told::add)
            .build());
  }

  private static LimitException refused(Model users) {
    return catchThrowableOfType(LimitException.class, () -> users.find());
  }

  @Test
  void idle_tenants_are_folded_by_themselves() {
    Jongleur jongleur = application(GovernorPolicy.classic());
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    clock.pass(Duration.ofMinutes(20));
    var _ = globex.model("User").create(Map.of("name", "Ada"));
    clock.pass(Duration.ofMinutes(11));
    awaitCollections(() -> !acme.isUnfolded());
    assertThat(globex.isUnfolded()).isTrue();
    assertThat(acme.model("User").find()).isEmpty();
  }

  @Test
  void switched_off_nothing_is_folded_but_by_hand() {
    Jongleur jongleur = application(GovernorPolicy.off());
    Tenant acme = jongleur.onboard("acme");
    Jongleur other = application(GovernorPolicy.classic());
    Tenant globex = other.onboard("globex");
    clock.pass(Duration.ofDays(1));
    awaitCollections(() -> !globex.isUnfolded());
    assertThat(acme.isUnfolded()).isTrue();
    assertThat(jongleur.foldNow()).isEqualTo(1);
  }

  /** A governor looks after each collection. */
  private static void awaitCollections(Callable<Boolean> seen) {
    await()
        .until(() -> {
          System.gc();
          return seen.call();
        });
  }

  @Test
  void many_tenants_in_a_minute_are_told_of_once() {
    Jongleur jongleur = application(GovernorPolicy.classic());
    for (int i = 0; i < 60; i++) {
      var _ = jongleur.onboard("t" + i);
    }
    awaitCollections(() -> told.size() == 2);
    assertThat(told)
        .extracting(Alert::kind)
        .containsExactlyInAnyOrder(Alert.Kind.RAPID_CREATION, Alert.Kind.TENANT_REGISTRIES);
  }

  @Test
  void a_store_that_cannot_be_closed_is_told_of_and_the_tenant_is_folded_all_the_same() {
    Jongleur jongleur =
        Jongleur.builder()
            .dataSource("main", Settings.of("grudging").with("refuses", "store close"))
            .blueprint(Blueprint.of("main", List.of(USER)))
            .governor(GovernorPolicy.off())
            .onAlert(told::add)
            .build();
    List<Tenant> tenants = List.of(jongleur.onboard("acme"), jongleur.onboard("globex"));
    assertThat(jongleur.foldNow()).isEqualTo(2);
    await().until(() -> !told.isEmpty());
    assertThat(told).extracting(Alert::kind).containsExactly(Alert.Kind.CLEAN_UP_FAILED);
    assertThat(tenants).noneMatch(Tenant::isUnfolded);
    jongleur.close();
    assertThat(jongleur.registry().stats().leases()).isZero();
  }

  @Test
  void a_rate_counts_operations_and_not_what_is_within_them() {
    Jongleur jongleur = application(GovernorPolicy.off());
    Tenant acme = jongleur.onboard("acme");
    Model users = acme.model("User");
    Model others = jongleur.onboard("globex").model("User");
    acme.limits(TenantLimits.NONE.withOperationsPerSecond(1, 2));
    var _ = users.observe(Hook.AFTER_SAVE, _ -> assertThat(users.find()).isNotEmpty());
    var _ = users.create(Map.of("name", "Ada"));
    var _ = users.create(Map.of("name", "Bob"));
    LimitException refused = refused(users);
    assertThat(refused.limit()).isEqualTo("operationsPerSecond");
    assertThat(others.find()).isEmpty();
    clock.pass(refused.retryAfter());
    assertThat(users.find()).hasSize(2);
  }

  @Test
  void an_operation_within_an_operation_needs_no_turn_of_its_own() {
    Tenant acme = application(GovernorPolicy.off()).onboard("acme");
    Model users = acme.model("User");
    acme.limits(TenantLimits.NONE.withOperationsAtOnce(1));
    var _ = users.observe(Hook.AFTER_SAVE, _ -> assertThat(users.find()).isNotEmpty());
    assertThat(users.create(Map.of("name", "Ada")).get("name")).isEqualTo("Ada");
  }

  @Test
  void query_time_reaches_the_store() {
    Tenant acme = application(GovernorPolicy.off()).onboard("acme");
    Model users = acme.model("User");
    var _ = users.create(Map.of("name", "Ada"));
    acme.limits(TenantLimits.NONE.withQueryTime(Duration.ofNanos(1)));
    assertThat(refused(users).limit()).isEqualTo("queryTime");
    acme.limits(TenantLimits.NONE.withQueryTime(Duration.ofDays(1)));
    assertThat(users.find()).hasSize(1);
  }
}
