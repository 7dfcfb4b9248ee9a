package dev.jongleur.error;

/** A row with this key is there already; nothing was stored. */
public final class DuplicateException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public DuplicateException(String message) {
    super("DUPLICATE_KEY", 409, message);
  }
}
