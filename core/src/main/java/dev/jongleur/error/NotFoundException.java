package dev.jongleur.error;

/** The row that an operation needs is not there. */
public final class NotFoundException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public NotFoundException(String message) {
    super("NOT_FOUND", 404, message);
  }
}
