package dev.jongleur;

import dev.jongleur.event.RegistryEvent.Resource;
import java.util.Map;

/**
 * What a registry holds at one moment. Immutable. All of it is counted as it happens and read
 * without walking over tenants or models; while others work, the numbers may be of slightly
 * different moments.
 *
 * @param tenantRegistries tenants on data sources that are leased now
 * @param tenantRegistriesPeak the most there ever were at once
 * @param models models that are bound to an owner: defined on a data source, or used by a tenant
 * @param definitions distinct definitions in use, however many tenants use them
 * @param shapes distinct shapes those have
 * @param reuse which part of all definitions that ever came was known by content already, 0 to 1
 * @param leases open leases of every kind
 * @param leasesByKind the same by kind: on tenant registries, on connectors, and on what connectors
 *     share, by its type
 * @param bytes what the registry and the models of its owners take; rows, pools and drivers not
 * @param dataSourcesOpened how many were ever opened
 * @param forgotten how many were dropped without being closed, and released after all
 * @param forgottenByKind the same by kind
 * @param failedClosings how many closings failed that nobody waited for
 */
public record RegistryStats(
    int tenantRegistries,
    int tenantRegistriesPeak,
    int models,
    int definitions,
    int shapes,
    double reuse,
    int leases,
    Map<String, Integer> leasesByKind,
    BytesEstimated bytes,
    long dataSourcesOpened,
    long forgotten,
    Map<Resource, Long> forgottenByKind,
    long failedClosings) {

  public RegistryStats {
    leasesByKind = Map.copyOf(leasesByKind);
    forgottenByKind = Map.copyOf(forgottenByKind);
  }
}
