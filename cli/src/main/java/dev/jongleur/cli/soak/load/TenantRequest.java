package dev.jongleur.cli.soak.load;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;

/** A request as applications make them: opens, works, and ends. */
record TenantRequest(Work work, Ending ending) implements Request {
  @Override
  public void perform(ModelRegistry registry, String tenant, long number) {
    DataSource source = registry.open(work.settings(tenant));
    try {
      work.on(source, tenant, number);
    } catch (RuntimeException | Error e) {
      source.close();
      throw e;
    }
    ending.end(registry, tenant, source);
  }
}
