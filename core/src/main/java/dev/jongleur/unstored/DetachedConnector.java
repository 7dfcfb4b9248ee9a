package dev.jongleur.unstored;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Store;
import dev.jongleur.error.StoreException;
import java.util.Set;

/** No backend at all. Stateless. */
final class DetachedConnector implements Connector {
  @Override
  public Set<Capability> capabilities() {
    return Set.of(Capability.OPEN_MODELS, Capability.TYPED_VALUES, Capability.PARTITIONS);
  }

  @Override
  public Store store(Partition partition) {
    return new DetachedStore();
  }

  @Override
  public Set<String> partitions() {
    return Set.of();
  }

  @Override
  public void erase(Partition partition) {}

  @Override
  public void ping() {
    throw StoreException.detached("A detached data source has no backend.");
  }

  @Override
  public void close() {}
}
