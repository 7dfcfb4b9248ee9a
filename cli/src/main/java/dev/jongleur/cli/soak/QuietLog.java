package dev.jongleur.cli.soak;

import dev.jongleur.cli.soak.load.Manner;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where all is forgotten, the warning of each is not printed: they are counted. Holds the logger,
 * which would be collected with its level.
 */
record QuietLog(Logger logger) implements AutoCloseable {
  static QuietLog of(Manner manner) {
    var quiet = new QuietLog(Logger.getLogger("dev.jongleur.forgotten"));
    quiet.logger.setLevel(manner == Manner.FORGET ? Level.SEVERE : null);
    return quiet;
  }

  @Override
  public void close() {
    logger.setLevel(null);
  }
}
