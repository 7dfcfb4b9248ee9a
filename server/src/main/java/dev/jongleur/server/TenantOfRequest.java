package dev.jongleur.server;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.error.TenantException;
import dev.jongleur.server.web.RefusedException;
import java.util.List;

/** Which tenant a request is for: said once, in a header or in the path; never guessed. */
final class TenantOfRequest {
  private TenantOfRequest() {}

  /**
   * The tenant, when it is named without doubt.
   *
   * @param headers every value of the tenant header
   * @param inPath the name in the path; empty when there is none
   * @throws TenantException when it is missing, unknown, or no name
   * @throws RefusedException when it is named twice
   */
  static Tenant of(Jongleur jongleur, List<String> headers, String inPath) {
    if (headers.size() > 1) {
      throw RefusedException.tenantTwice("The request has the tenant header more than once.");
    }
    String inHeader = headers.isEmpty() ? "" : headers.getFirst().strip();
    if (!inHeader.isEmpty() && !inPath.isEmpty() && !inHeader.equals(inPath)) {
      throw RefusedException.tenantTwice("The header and the path name different tenants.");
    }
    String name = inPath.isEmpty() ? inHeader : inPath;
    if (name.isEmpty()) {
      throw TenantException.missing();
    }
    return jongleur.tenant(name);
  }
}
