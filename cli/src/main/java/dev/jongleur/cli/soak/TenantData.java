package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.Storage;
import dev.jongleur.connector.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
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
        return new Directory(Files.createTempDirectory("jongleur-soak-"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Settings settings(String tenant) {
      return Settings.of("h2").with("file", path.resolve(tenant).toString());
    }

    @Override
    public void close() {
      try (Stream<Path> all = Files.walk(path)) {
        List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        for (Path file : deepestFirst) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
