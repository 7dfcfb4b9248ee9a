package dev.jongleur.grudging;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.connector.Environment;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.StoreException;
import dev.jongleur.memory.MemoryProvider;
import java.util.Set;

/**
 * A memory connector that refuses what its settings name: {@code refuses} is open, store, close,
 * store close, or the name of a model that cannot be prepared. Data sources of equal settings share
 * it where {@code shared} says so.
 */
public final class GrudgingProvider implements ConnectorProvider {
  @Override
  public Set<String> names() {
    return Set.of("grudging");
  }

  @Override
  public boolean isShared(Settings settings) {
    return settings.flag("shared").orElse(false);
  }

  @Override
  public Connector open(Settings settings, Environment environment) {
    String grudge = settings.text("refuses").orElse("");
    refuse(grudge, "open");
    Connector memory = new MemoryProvider().open(settings, environment);
    return new GrudgingConnector(memory, grudge);
  }

  static void refuse(String grudge, String step) {
    if (grudge.equals(step)) {
      throw new StoreException("The connector refuses: " + step + ".");
    }
  }
}
