package dev.jongleur.cli.soak.load;

import dev.jongleur.ModelRegistry;
import dev.jongleur.RegistryStats;
import dev.jongleur.observer.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests of tenants in turn, each with a data source of its own. */
public final class Switching implements Load {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ModelRegistry registry = new ModelRegistry();
  private final Tenantry tenants;
  private final Request request;
  private final Ending ending;
  private final Subscription events;

  Switching(Tenantry tenants, Request request, Ending ending) {
    this.tenants = tenants;
    this.request = request;
    this.ending = ending;
    this.events = registry.listen(ending::happened);
  }

  /** Each closes its data source. */
  public static Switching disconnecting(Tenantry tenants, Work work) {
    return ending(tenants, work, new Disconnecting());
  }

  /** None closes its data source. */
  public static Switching forgetting(Tenantry tenants, Work work) {
    return ending(tenants, work, new Forgetting(PATIENCE));
  }

  /** Each closes its predecessor's, after opening its own. */
  public static Switching overlapping(Tenantry tenants, Work work) {
    return ending(tenants, work, new Overlapping());
  }

  /** Requests that close themselves what they open. */
  public static Switching of(Tenantry tenants, Request request) {
    return new Switching(tenants, request, new Disconnecting());
  }

  private static Switching ending(Tenantry tenants, Work work, Ending ending) {
    return new Switching(tenants, new TenantRequest(work, ending), ending);
  }

  @Override
  public void begin() {
    if (ending.keepsOneOpen()) {
      for (int number = 0; number < tenants.count(); number++) {
        request.perform(registry, tenants.name(number), number);
      }
    }
  }

  @Override
  public void request(long number) {
    long counted = ending.keepsOneOpen() ? number + tenants.count() : number;
    request.perform(registry, tenants.name(counted), counted);
  }

  @Override
  public void settle() {
    ending.settle(registry);
  }

  @Override
  public RegistryStats stats() {
    return registry.stats();
  }

  @Override
  public List<String> complaints() {
    RegistryStats stats = registry.stats();
    var complaints = new ArrayList<>(ending.complaints(stats));
    if (stats.tenantRegistriesPeak() > tenants.count()) {
      complaints.add("tenant registries at once: " + stats.tenantRegistriesPeak());
    }
    return complaints;
  }

  @Override
  public void close() {
    ending.finish();
    ending.settle(registry);
    events.close();
  }
}
