package dev.jongleur.error;

import java.util.Map;

/**
 * The root of everything Jongleur throws. Unchecked and immutable; safe to hand to any thread.
 *
 * <p>Each leaf is named by what the caller can do about it, carries a stable {@link #code()} for
 * programs and the HTTP {@link #status()} it maps to. Messages name the model and the property and
 * never hold a secret.
 */
public abstract class JongleurException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final int status;
  private final transient Map<String, Object> details;

  protected JongleurException(String code, int status, String message) {
    this(code, status, message, Map.of());
  }

  protected JongleurException(
      String code, int status, String message, Map<String, Object> details) {
    super(message);
    this.code = code;
    this.status = status;
    this.details = Map.copyOf(details);
  }

  /** The stable code of this kind of failure: the original's where it has one. */
  public final String code() {
    return code;
  }

  /** The HTTP status this failure maps to. */
  public final int status() {
    return status;
  }

  /** What a program may want to know beyond the message; JSON-like values only. */
  public final Map<String, Object> details() {
    return details == null ? Map.of() : details;
  }

  /** The name LoopBack gives this kind of error in its JSON body. */
  public String name() {
    return "Error";
  }
}
