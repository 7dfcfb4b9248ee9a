package dev.jongleur.error;

/** The backend failed or cannot be reached. The message names it, never a value or a secret. */
public final class StoreException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super("STORE_FAILED", 503, message);
    initCause(cause);
  }

  public StoreException(String message) {
    super("STORE_FAILED", 503, message);
  }
}
