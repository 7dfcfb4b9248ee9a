package dev.jongleur.connector;

import java.util.Set;

/** Opens connectors; found by {@link java.util.ServiceLoader}. Thread-safe. */
public interface ConnectorProvider {
  /** The connector names in settings that this provider answers to, in lower case. */
  Set<String> names();

  /**
   * Whether data sources of equal settings share one connector. False for one that keeps its data
   * in itself: there each data source has its own.
   */
  boolean isShared(Settings settings);

  /**
   * The same settings written out: defaults filled in, forms that mean the same made one. Data
   * sources whose settings become equal are one identity, and share what may be shared; so nothing
   * that makes a difference is left out. Refuses nothing: what cannot be used is told on opening.
   */
  default Settings canonical(Settings settings) {
    return settings;
  }

  /**
   * Opens a connector. May connect later, at the first use of a store.
   *
   * @throws dev.jongleur.error.JongleurException when the settings cannot be used
   */
  Connector open(Settings settings, Environment environment);
}
