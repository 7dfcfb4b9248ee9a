package dev.jongleur.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another has changed the row since the caller read it; nothing was stored. Read it again, and
 * decide anew. The {@link #details()} have the {@code model}, the {@code id}, the version that was
 * {@code expected} and the one that is {@code current}, where there is one.
 */
public final class StaleException extends JongleurException {
  private static final long serialVersionUID = 1L;

  public StaleException(String model, String id, Object expected, Object current) {
    super(
        "STALE_VERSION",
        409,
        "The \""
            + model
            + "\" with id "
            + id
            + " is in version "
            + current
            + " by now, not in "
            + expected
            + ": read it again.",
        details(model, id, expected, current));
  }

  private static Map<String, Object> details(
      String model, String id, Object expected, Object current) {
    var details = new LinkedHashMap<String, Object>();
    details.put("model", model);
    details.put("id", id);
    put(details, "expected", expected);
    put(details, "current", current);
    return details;
  }

  private static void put(Map<String, Object> details, String key, Object version) {
    if (version instanceof Number) {
      details.put(key, version);
    }
  }
}
