package dev.jongleur.error;

/** Something was used after it was closed. Open it again; nothing was done. */
public final class ClosedException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public ClosedException(String message) {
    super("CLOSED", 503, message);
  }
}
