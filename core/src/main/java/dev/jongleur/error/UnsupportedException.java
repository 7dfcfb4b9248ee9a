package dev.jongleur.error;

/** This connector cannot do what was asked (law 10: nothing silently does nothing). */
public final class UnsupportedException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public UnsupportedException(String message) {
    super("NOT_IMPLEMENTED", 501, message);
  }
}
