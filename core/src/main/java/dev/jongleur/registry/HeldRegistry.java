package dev.jongleur.registry;

import dev.jongleur.connector.Partition;
import dev.jongleur.registry.SharedResources.Held;
import java.time.Instant;

/** A tenant registry as it was at one moment; holds nothing open. */
public record HeldRegistry(
    DataSourceId dataSource, Partition partition, int leases, int models, Instant since) {

  static HeldRegistry of(Held held) {
    RegistryKey key = (RegistryKey) held.key();
    TenantRegistry registry = (TenantRegistry) held.resource();
    return new HeldRegistry(
        key.dataSource(), key.partition(), held.leases(), registry.models(), registry.since());
  }
}
