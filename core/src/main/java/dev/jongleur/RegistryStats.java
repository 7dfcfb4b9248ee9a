package dev.jongleur;

/**
 * What a registry holds at one moment. Immutable.
 *
 * @param tenantRegistries tenants on data sources that are leased now
 * @param tenantRegistriesPeak the most there ever were at once
 * @param definitions distinct definitions in use, however many tenants use them
 * @param leases open leases of every kind
 * @param dataSourcesOpened how many were ever opened
 * @param forgotten how many were dropped without being closed, and released after all
 */
public record RegistryStats(
    int tenantRegistries,
    int tenantRegistriesPeak,
    int definitions,
    int leases,
    long dataSourcesOpened,
    long forgotten) {}
