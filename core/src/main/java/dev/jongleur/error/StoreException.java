package dev.jongleur.error;

/** The backend failed or cannot be reached. The message names it, never a value or a secret. */
public final class StoreException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public StoreException(String message, Throwable cause) {
    super("STORE_FAILED", 503, message);
    initCause(cause);
  }

  public StoreException(String message) {
    this("STORE_FAILED", message);
  }

  private StoreException(String code, String message) {
    super(code, 503, message);
  }

  /** There is no backend to use: the model is on no data source (F-137). */
  public static StoreException detached(String message) {
    return new StoreException("CONNECTOR_DETACHED", message);
  }

  /** Something took longer than it may. */
  public static StoreException timedOut(String what, int millis) {
    return new StoreException("TIMEOUT", what + " within " + millis + " ms.");
  }
}
