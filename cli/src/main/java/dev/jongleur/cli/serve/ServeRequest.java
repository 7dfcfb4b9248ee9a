package dev.jongleur.cli.serve;

import java.nio.file.Path;
import java.util.List;

/**
 * What is to be served, and how.
 *
 * @param tenants the tenants to make known; none: those that the project names
 * @param embedded whether every model goes to embedded H2, wherever the project puts it
 */
record ServeRequest(
    Path project, Path data, Address address, List<String> tenants, boolean embedded) {

  /** Where the service listens, and how a request names its tenant. Port 0 is any free one. */
  record Address(String host, int port, String tenantHeader) {}

  ServeRequest {
    tenants = List.copyOf(tenants);
    data = data.toAbsolutePath().normalize();
  }
}
