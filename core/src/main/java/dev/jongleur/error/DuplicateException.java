package dev.jongleur.error;

import java.util.List;
import java.util.Map;

/**
 * A row with this key is there already; nothing was stored. Where it is known which key it was, the
 * {@link #details()} have it: {@code model}, and {@code properties} as a list of names.
 */
public final class DuplicateException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public DuplicateException(String message) {
    super("DUPLICATE_KEY", 409, message);
  }

  /** A key of one or several properties is taken. */
  public DuplicateException(String model, List<String> properties) {
    this(
        "A row of \"" + model + "\" with this " + named(properties) + " is there already.",
        model,
        properties);
  }

  private DuplicateException(String message, String model, List<String> properties) {
    super(
        "DUPLICATE_KEY",
        409,
        message,
        Map.of("model", model, "properties", List.copyOf(properties)));
  }

  /** Rows that are there already share a key that is to be unique from now on. */
  public static DuplicateException amongRows(String model, List<String> properties) {
    return new DuplicateException(
        "Rows of \"" + model + "\" share a " + named(properties) + ", which is to be unique.",
        model,
        properties);
  }

  private static String named(List<String> properties) {
    return "\"" + String.join("\", \"", properties) + "\"";
  }
}
