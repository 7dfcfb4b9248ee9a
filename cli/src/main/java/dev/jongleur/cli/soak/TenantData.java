package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.Storage;
import dev.jongleur.connector.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Where the tenants' data is during a run: each has settings of its own. Closing removes it. */
sealed interface TenantData extends AutoCloseable {
  static TenantData on(Storage storage) {
    return switch (storage) {
      case MEMORY -> new Memory();
      case H2 -> Directory.temporary();
    };
  }

  Settings settings(String tenant);

  @Override
  void close();

  /** Nowhere but in the data sources themselves. */
  record Memory() implements TenantData {
    @Override
    public Settings settings(String tenant) {
      return Settings.of("memory").with("database", tenant);
    }

    @Override
    public void close() {}
  }

  /** A database file for each tenant. */
  record Directory(Path path) implements TenantData {
    static Directory temporary() {
      try {
        var made = new Directory(Files.createTempDirectory("jongleur-soak-"));
        Runtime.getRuntime().addShutdownHook(new Thread(made::close, "remove-soak-data"));
        return made;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Settings settings(String tenant) {
      return Settings.of("h2").with("file", path.resolve(tenant).toString());
    }

    /** Also at the end of the process, when the run is broken off: what can be removed goes. */
    @Override
    public void close() {
      if (!Files.exists(path)) {
        return;
      }
      try (Stream<Path> all = Files.walk(path)) {
        all.sorted(Comparator.reverseOrder()).forEach(Directory::remove);
      } catch (IOException | UncheckedIOException e) {
        System.getLogger(TenantData.class.getName())
            .log(Level.WARNING, "The directory {0} could not be removed: {1}", path, e);
      }
    }

    private static void remove(Path file) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
