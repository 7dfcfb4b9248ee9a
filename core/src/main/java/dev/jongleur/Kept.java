package dev.jongleur;

import dev.jongleur.tenant.Handle;

/** A tenant's handle, and where it is found by name without asking further. */
record Kept(Tenant tenant, Handles handles) implements Handle {
  /** To be found from now on. */
  Tenant found() {
    handles.put(tenant);
    if (tenant.isEnded()) {
      forget();
    }
    return tenant;
  }

  @Override
  public void forget() {
    handles.remove(tenant);
    tenant.forgetModels();
  }
}
