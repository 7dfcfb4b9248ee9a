package dev.jongleur.error;

/** A tenant is missing, unknown or may not be used (law 1). Nothing was looked up. */
public final class TenantException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private TenantException(String code, int status, String message) {
    super(code, status, message);
  }

  public static TenantException missing() {
    return new TenantException("TENANT_MISSING", 400, "The request names no tenant.");
  }

  public static TenantException unknown(String name) {
    return new TenantException("TENANT_UNKNOWN", 404, "There is no tenant \"" + name + "\".");
  }

  /** It is there, and nobody may work for it until it is resumed. */
  public static TenantException suspended(String name) {
    return new TenantException(
        "TENANT_SUSPENDED", 403, "The tenant \"" + name + "\" is suspended.");
  }

  public static TenantException invalid(String reason) {
    return new TenantException("TENANT_INVALID", 400, "Not a tenant name: " + reason);
  }
}
