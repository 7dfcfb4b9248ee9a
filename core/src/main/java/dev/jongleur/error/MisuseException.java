package dev.jongleur.error;

/** The program asked for what it did not prepare: no input is at fault, the program is to mend. */
public final class MisuseException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public MisuseException(String message) {
    super("MISUSE", 500, message);
  }
}
