package dev.jongleur.error;

/**
 * A bounded resource (connections, open databases) stayed taken for the whole waiting time. Try
 * again.
 */
public final class CapacityException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public CapacityException(String message) {
    super("CAPACITY", 503, message);
  }
}
