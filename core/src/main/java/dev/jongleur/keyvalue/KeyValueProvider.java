package dev.jongleur.keyvalue;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import java.util.Set;

/**
 * Opens connectors that keep values under keys in memory. Each data source has data of its own,
 * also of equal settings. Settings: {@code maxBytes} of all values with their keys (a quarter of
 * the heap), {@code maxBytesPerTenant} (no bound of its own).
 */
public final class KeyValueProvider implements ConnectorProvider {
  @Override
  public Set<String> names() {
    return Set.of("kv-memory");
  }

  @Override
  public boolean isShared(Settings settings) {
    return false;
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    return new KeyValueConnector(Bounds.of(settings), environment.clock());
  }
}
