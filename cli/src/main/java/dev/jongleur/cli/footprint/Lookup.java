package dev.jongleur.cli.footprint;

import dev.jongleur.Jongleur;
import java.util.Map;

/**
 * A way to get from a tenant's name to something. Each has a loop of its own, so that the compiler
 * treats them alike and knows in each what is called. An interface, so that tests can plant what it
 * must not do.
 */
interface Lookup {
  void all(String[] names, Sink sink);

  /** A model of a tenant: what is to be fast. */
  record Resolving(Jongleur jongleur, String model) implements Lookup {
    @Override
    public void all(String[] names, Sink sink) {
      for (String name : names) {
        sink.take(jongleur.tenant(name).model(model));
      }
    }
  }

  /** A value of a map with the same names: what it is measured by. */
  record Getting(Map<String, Object> map) implements Lookup {
    @Override
    public void all(String[] names, Sink sink) {
      for (String name : names) {
        sink.take(map.get(name));
      }
    }
  }
}
