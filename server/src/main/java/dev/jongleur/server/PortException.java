package dev.jongleur.server;

import dev.jongleur.error.JongleurException;

/** The server cannot listen where it should: choose another port or address, or end who has it. */
public final class PortException extends JongleurException {
  private static final long serialVersionUID = 1L;

  PortException(String host, int port, String reason) {
    super("PORT", 503, "Cannot listen on " + host + " port " + port + ": " + reason + ".");
  }
}
