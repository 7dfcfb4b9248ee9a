package dev.jongleur.error;

/** Data or an argument was refused out of hand: it is of the wrong kind or cannot be stored. */
public final class DataException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public DataException(String message) {
    super("INVALID_DATA", 400, message);
  }
}
