package dev.jongleur.unstored;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import java.util.Set;

/**
 * Opens transient connectors. Settings: {@code generateId}, a {@link java.util.function.Supplier}
 * of ids; {@code defaultIdType}, {@code string} or {@code number}, for ids of no certain type.
 */
public final class TransientProvider implements ConnectorProvider {
  @Override
  public Set<String> names() {
    return Set.of("transient");
  }

  @Override
  public boolean isShared(Settings settings) {
    return true;
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    return new TransientConnector(GeneratedIds.of(settings));
  }
}
