package dev.jongleur.server.web;

import dev.jongleur.error.JongleurException;

/** A request that is not served: there is no such path, or it is not of the form it must have. */
public final class RefusedException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private final String name;

  private RefusedException(String name, String code, int status, String message) {
    super(code, status, message);
    this.name = name;
  }

  /** No path, or no method at this path: LoopBack answers both with 404, without a code. */
  public static RefusedException noMethod(String message) {
    return new RefusedException("Error", "", 404, message);
  }

  public static RefusedException notFound(String message) {
    return new RefusedException("Error", "MODEL_NOT_FOUND", 404, message);
  }

  public static RefusedException tenantTwice(String message) {
    return new RefusedException("Error", "TENANT_INVALID", 400, message);
  }

  public static RefusedException badPath() {
    return new RefusedException(
        "URIError", "INVALID_PATH", 400, "The path has percent signs that cannot be read.");
  }

  public static RefusedException tooLarge(long limit) {
    return new RefusedException(
        "PayloadTooLargeError",
        "BODY_TOO_LARGE",
        413,
        "The body is larger than " + limit + " bytes.");
  }

  public static RefusedException notJson() {
    return new RefusedException(
        "UnsupportedMediaTypeError",
        "UNSUPPORTED_MEDIA_TYPE",
        415,
        "A body is JSON in UTF-8: its Content-Type must be application/json.");
  }

  /** The bytes of the request do not follow HTTP. */
  public static RefusedException unreadable() {
    return new RefusedException("Error", "BAD_REQUEST", 400, "The request cannot be read.");
  }

  @Override
  public String name() {
    return name;
  }
}
