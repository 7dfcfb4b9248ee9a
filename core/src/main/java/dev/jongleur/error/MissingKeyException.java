package dev.jongleur.error;

/** The operation needs an id, and the model has none (F-082; LoopBack's {@code PKMissingError}). */
public final class MissingKeyException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public MissingKeyException(String model) {
    super("MISSING_KEY", 400, "Model \"" + model + "\" has no id property, and this needs one.");
  }

  @Override
  public String name() {
    return "PKMissingError";
  }
}
