package dev.jongleur.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** The logging configuration in the jar, unless the user names one of their own. */
final class BundledLogging {
  private BundledLogging() {}

  static void apply() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    try (InputStream file = Main.class.getResourceAsStream("logging.properties")) {
      LogManager.getLogManager().readConfiguration(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
