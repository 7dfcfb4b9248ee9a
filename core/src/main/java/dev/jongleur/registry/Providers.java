package dev.jongleur.registry;

import dev.jongleur.connector.ConnectorProvider;
import dev.jongleur.error.DefinitionException;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/** The connectors there are, by name. */
final class Providers {
  private final Map<String, ConnectorProvider> byName = new TreeMap<>();

  Providers() {
    for (ConnectorProvider provider : ServiceLoader.load(ConnectorProvider.class)) {
      provider.names().forEach(name -> byName.put(name, provider));
    }
  }

  Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  ConnectorProvider named(String name) {
    ConnectorProvider provider = byName.get(name);
    if (provider == null) {
      throw new DefinitionException(
          "There is no connector \"" + name + "\" here; there are " + byName.keySet() + ".");
    }
    return provider;
  }
}
