package dev.jongleur.memory;

import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.memory.log.Fsync;
import dev.jongleur.memory.log.LogDirectory;
import dev.jongleur.memory.log.LogOptions;
import java.nio.file.Path;
import java.util.Optional;

/** What settings say of a log: {@code directory}, {@code fsync} and {@code onDamage}. */
final class DurableRows {
  private DurableRows() {}

  static boolean areWanted(Settings settings) {
    return settings.text("directory").isPresent();
  }

  /** The directory, opened, where there is to be one. */
  static Optional<LogDirectory> open(Settings settings) {
    return settings
        .text("directory")
        .map(directory -> LogDirectory.open(options(settings, Path.of(directory))));
  }

  private static LogOptions options(Settings settings, Path directory) {
    LogOptions options = LogOptions.in(directory).with(Fsync.of(settings.values().get("fsync")));
    return switch (settings.text("onDamage").orElse("refuse")) {
      case "refuse" -> options;
      case "cut" -> options.cuttingDamage();
      default ->
          throw new DefinitionException("The setting \"onDamage\" is \"refuse\" or \"cut\".");
    };
  }
}
