package dev.jongleur;

import java.time.Duration;

/**
 * What a registry holds for one tenant on one data source at one moment. Immutable.
 *
 * @param dataSource the data source's id
 * @param tenant the tenant's name; empty for a data source that belongs to none
 * @param leases how many hold it
 * @param models how many models are bound on it
 * @param age for how long it has been held
 */
public record TenantRegistryStats(
    String dataSource, String tenant, int leases, int models, Duration age) {}
