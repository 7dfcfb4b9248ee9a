package dev.jongleur.unstored;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import java.util.Set;

/**
 * Opens the connector of models that are on no data source: they can be made and validated; to use
 * their rows is refused (F-137).
 */
public final class DetachedProvider implements ConnectorProvider {
  /** For the service loader. */
  public DetachedProvider() {}

  @Override
  public Set<String> names() {
    return Set.of("detached");
  }

  @Override
  public boolean isShared(Settings settings) {
    return false;
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    return new DetachedConnector();
  }
}
