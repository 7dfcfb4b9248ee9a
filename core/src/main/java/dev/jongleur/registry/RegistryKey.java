package dev.jongleur.registry;

import dev.jongleur.connector.Partition;

/** What a tenant registry is for: one partition (a tenant, or the whole) of one data source. */
record RegistryKey(DataSourceId dataSource, Partition partition) {}
