package dev.jongleur;

import dev.jongleur.tenant.Handle;
import java.util.Map;

/** A tenant's handle, and where it is found by name without asking further. */
record Kept(Tenant tenant, Map<String, Tenant> byName) implements Handle {
  /** To be found from now on. */
  Tenant found() {
    byName.put(tenant.name(), tenant);
    if (tenant.isEnded()) {
      forget();
    }
    return tenant;
  }

  @Override
  public void forget() {
    byName.remove(tenant.name(), tenant);
    tenant.forgetModels();
  }
}
