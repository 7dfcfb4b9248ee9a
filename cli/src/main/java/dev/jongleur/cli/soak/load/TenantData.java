package dev.jongleur.cli.soak.load;

import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.ScratchDirectory;
import dev.jongleur.connector.Settings;

/** Where the tenants' data is during a run: each has settings of its own. Closing removes it. */
public sealed interface TenantData extends AutoCloseable {
  static TenantData on(Storage storage) {
    return switch (storage) {
      case MEMORY -> new Memory();
      case H2 -> new Files(ScratchDirectory.make("jongleur-soak-"));
    };
  }

  Settings settings(String tenant);

  /** Of a data source of many tenants. */
  Settings shared(String name);

  @Override
  void close();

  /** Nowhere but in the data sources themselves. */
  record Memory() implements TenantData {
    @Override
    public Settings settings(String tenant) {
      return Settings.of("memory").with("database", tenant);
    }

    @Override
    public Settings shared(String name) {
      return Settings.of("memory");
    }

    @Override
    public void close() {}
  }

  /** A database file for each tenant. */
  record Files(ScratchDirectory directory) implements TenantData {
    @Override
    public Settings settings(String tenant) {
      return Settings.of("h2").with("file", directory.path().resolve(tenant).toString());
    }

    @Override
    public Settings shared(String name) {
      return Settings.of("h2").with("directory", directory.path().resolve(name).toString());
    }

    @Override
    public void close() {
      directory.close();
    }
  }
}
