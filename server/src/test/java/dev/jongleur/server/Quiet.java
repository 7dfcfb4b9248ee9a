package dev.jongleur.server;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps an error that a test provokes out of the log. */
final class Quiet implements AutoCloseable {
  private final Logger logger = Logger.getLogger(ErrorBody.class.getName());

  Quiet() {
    logger.setLevel(Level.OFF);
  }

  @Override
  public void close() {
    logger.setLevel(Level.INFO);
  }
}
