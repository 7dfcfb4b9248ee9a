package dev.jongleur.registry;

import dev.jongleur.connector.Settings;

/**
 * The identity of a data source (law 2): the digest of all its canonical settings. Prints as {@code
 * ds_<connector>_<8 hex>}; equality compares the whole.
 */
public record DataSourceId(String connector, String digest) {

  static DataSourceId of(Settings settings, SecretDigest secrets) {
    Settings named = settings.with("connector", settings.connector());
    return new DataSourceId(
        settings.connector(), secrets.sha256(CanonicalSettings.text(named, secrets)));
  }

  @Override
  public String toString() {
    return "ds_" + connector + "_" + digest.substring(0, 8);
  }
}
