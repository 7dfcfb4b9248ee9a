package dev.jongleur.memory;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import java.util.Set;

/**
 * Opens memory connectors. Each data source has data of its own, also of equal settings; unless it
 * is kept in a {@code directory}, which those of equal settings share.
 */
public final class MemoryProvider implements ConnectorProvider {
  @Override
  public Set<String> names() {
    return Set.of("memory");
  }

  @Override
  public boolean isShared(Settings settings) {
    return DurableRows.areWanted(settings);
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    return new MemoryConnector(settings, DurableRows.open(settings));
  }
}
