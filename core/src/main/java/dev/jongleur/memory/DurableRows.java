package dev.jongleur.memory;

import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.memory.log.Fsync;
import dev.jongleur.memory.log.LogDirectory;
import dev.jongleur.memory.log.LogOptions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What settings say of a log: {@code directory}, {@code fsync} and {@code onDamage}. LoopBack's
 * {@code file}, one JSON text for all rows that is written anew with each (F-389), is not read.
 */
final class DurableRows {
  private static final Logger LOG = System.getLogger("dev.jongleur.memory");

  private DurableRows() {}

  static boolean areWanted(Settings settings) {
    return settings.text("directory").isPresent();
  }

  /** The directory, opened, where there is to be one. */
  static Optional<LogDirectory> open(Settings settings) {
    if (settings.text("file").isPresent() && !areWanted(settings)) {
      LOG.log(
          Level.WARNING,
          "The setting \"file\" of a memory data source is not used: its rows are gone at the end."
              + " Name a \"directory\" to keep them.");
    }
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
