package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.LimitException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.ApplicationLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which tenants are folded, and which never. */
class LiveTenantsTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  private Jongleur application(int most) {
    return nothing.closing(
        Jongleur.builder()
            .clock(now::get)
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("main", List.of(USER)))
            .applicationLimits(ApplicationLimits.NONE.withLiveTenants(most))
            .build());
  }

  private void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  private List<Tenant> tenants(Jongleur jongleur, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          pass(Duration.ofSeconds(1));
          return jongleur.onboard("t" + i);
        })
        .toList();
  }

  @Test
  void the_one_that_was_not_used_for_longest_makes_room() {
    Jongleur jongleur = application(3);
    List<Tenant> tenants = tenants(jongleur, 3);
    pass(Duration.ofSeconds(1));
    assertThat(tenants.getFirst().model("User").count()).isZero();
    pass(Duration.ofSeconds(1));
    Tenant fourth = jongleur.onboard("t3");
    assertThat(fourth.isUnfolded()).isTrue();
    assertThat(tenants).extracting(Tenant::isUnfolded).containsExactly(true, false, true);
  }

  @Test
  void when_all_are_in_use_the_next_is_refused_and_told_when_to_come_again() {
    Jongleur jongleur = application(1);
    Model users = jongleur.onboard("acme").model("User");
    try (var _ =
        users.observe(
            Hook.BEFORE_SAVE,
            _ ->
                assertThatExceptionOfType(LimitException.class)
                    .isThrownBy(() -> jongleur.onboard("globex"))
                    .satisfies(refused -> {
                      assertThat(refused.limit()).isEqualTo("liveTenants");
                      assertThat(refused.retryAfter()).isPositive();
                      assertThat(refused.status()).isEqualTo(429);
                    }))) {
      var _ = users.create(Map.of("name", "Ada"));
    }
    assertThat(jongleur.tenants()).containsExactly("acme");
    assertThat(jongleur.onboard("globex").model("User").count()).isZero();
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void a_change_that_finds_no_room_is_not_remembered() {
    Jongleur jongleur = application(1);
    Tenant globex = jongleur.onboard("globex");
    Model users = jongleur.onboard("acme").model("User");
    try (var _ =
        users.observe(
            Hook.BEFORE_SAVE,
            _ ->
                assertThatExceptionOfType(LimitException.class)
                    .isThrownBy(() -> globex.customize("User", u -> u.property("p", STRING))))) {
      var _ = users.create(Map.of("name", "Ada"));
    }
    assertThat(globex.customized()).isEmpty();
    globex.customize("User", u -> u.property("p", STRING));
    assertThat(globex.customized()).containsExactly("User");
  }

  @Test
  void what_is_idle_for_long_enough_is_folded_and_nothing_else() {
    Jongleur jongleur = application(100);
    List<Tenant> tenants = tenants(jongleur, 5);
    assertThat(jongleur.cleanupInactive(Duration.ofSeconds(3))).isEqualTo(2);
    assertThat(tenants)
        .extracting(Tenant::isUnfolded)
        .containsExactly(false, false, true, true, true);
    assertThat(jongleur.cleanupInactive(Duration.ofSeconds(3))).isZero();
  }

  @Test
  void folding_all_now_leaves_those_in_use() {
    Jongleur jongleur = application(100);
    List<Tenant> tenants = tenants(jongleur, 4);
    Model users = tenants.get(2).model("User");
    try (var _ =
        users.observe(Hook.BEFORE_SAVE, _ -> assertThat(jongleur.foldNow()).isEqualTo(3))) {
      var _ = users.create(Map.of("name", "Ada"));
    }
    assertThat(tenants).extracting(Tenant::isUnfolded).containsExactly(false, false, true, false);
    assertThat(jongleur.foldNow()).isEqualTo(1);
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
    assertThat(users.count()).isEqualTo(1);
  }

  @Test
  void many_at_once_are_never_more_than_may_be() throws Exception {
    Jongleur jongleur = application(4);
    List<Tenant> tenants = tenants(jongleur, 12);
    var _ =
        Race.of(
            4,
            runner -> {
              for (int i = 0; i < 300; i++) {
                var _ = tenants.get((runner + i) % 12).model("User").create(Map.of());
                assertThat(jongleur.registry().stats().tenantRegistries()).isLessThan(9);
              }
              return runner;
            });
    assertThat(tenants.stream().mapToLong(tenant -> tenant.model("User").count()).sum())
        .isEqualTo(1200);
    assertThat(tenants).filteredOn(Tenant::isUnfolded).hasSizeLessThanOrEqualTo(4);
  }
}
