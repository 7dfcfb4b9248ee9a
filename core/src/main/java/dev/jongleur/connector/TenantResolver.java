package dev.jongleur.connector;

import java.util.Map;
import java.util.Optional;

/**
 * Knows the tenants of an application that keeps its catalogue of tenants elsewhere (F-482). Asked
 * when a tenant is unfolded, once per tenant at a time however many wait; a failure is remembered
 * for a moment. May block; called on a thread of its own.
 */
@FunctionalInterface
public interface TenantResolver {
  /**
   * Where a tenant's data is.
   *
   * @param tenant a valid tenant name
   * @return settings by data source, for those that are the tenant's own; all others are the
   *     application's. Empty when there is no such tenant
   */
  Optional<Map<String, Settings>> resolve(String tenant);
}
