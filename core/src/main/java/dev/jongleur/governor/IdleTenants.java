package dev.jongleur.governor;

import dev.jongleur.registry.Registry;
import dev.jongleur.tenant.Tenants;
import java.time.Instant;
import java.util.function.Consumer;

/** The tenants of an application, as its governor sees them. */
public record IdleTenants(Tenants tenants, Registry registry) implements Idle {
  @Override
  public int fold(Instant unusedSince, int most, Consumer<RuntimeException> failed) {
    return tenants.foldIdle(unusedSince, most, failed);
  }

  @Override
  public int unfolded() {
    return tenants.unfolded();
  }

  @Override
  public int tenantRegistries() {
    return registry.tenantRegistries();
  }
}
