package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.Collected;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.observer.Hook;
import dev.jongleur.registry.Registry;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a tenant holds, from within. */
class TenantLifeTest {
  private static final Blueprint USERS =
      Blueprint.of("main", List.of(ModelDefinition.of("User", u -> u.property("name", STRING))));

  private final Registry registry = new Registry(InstantSource.system());
  private final Tenants tenants =
      new Tenants(registry, Setup.of(Map.of("main", Settings.of("memory")), USERS));

  @AfterEach
  void nothing_is_left() {
    tenants.close();
    assertThat(registry.leases()).isZero();
  }

  @Test
  void folding_gives_the_models_back() {
    TenantLife acme = tenants.onboard(new TenantId("acme"));
    TenantLife globex = tenants.onboard(new TenantId("globex"));
    Reference<?> folded = new WeakReference<>(acme.open().space());
    acme.fold();
    Collected.one(folded);
    assertThat(globex.isUnfolded()).isTrue();
  }

  @Test
  void folding_gives_the_models_back_though_they_are_observed() {
    TenantLife acme = tenants.onboard(new TenantId("acme"));
    var _ =
        acme.with("User", user -> user.observers().observe(Hook.ACCESS, _ -> registry.leases()));
    Reference<?> folded = new WeakReference<>(acme.open().space());
    acme.fold();
    Collected.one(folded);
    assertThat(acme.<Boolean>with("User", user -> user.observers().has(Hook.ACCESS))).isTrue();
  }

  @Test
  void releasing_gives_the_tenant_back() {
    Reference<?> life = new WeakReference<>(tenants.onboard(new TenantId("acme")));
    tenants.get("acme").release();
    Collected.one(life);
    assertThat(tenants.names()).isEmpty();
  }
}
