package dev.jongleur.proof.isolation;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import dev.jongleur.memory.MemoryProvider;
import java.util.Set;

/** Opens memory connectors that leak between tenants as the setting {@code breach} says. */
public final class LeakyProvider implements ConnectorProvider {
  @Override
  public Set<String> names() {
    return Set.of("leaky");
  }

  @Override
  public boolean isShared(Settings settings) {
    return false;
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    Breach breach = Breach.valueOf(settings.text("breach").orElse(Breach.NONE.name()));
    return new LeakyConnector(new MemoryProvider().open(settings, environment), breach);
  }
}
