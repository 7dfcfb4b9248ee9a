package dev.jongleur.registry;

import dev.jongleur.connector.Connector;
import dev.jongleur.connector.Lease;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One partition of a data source, open for one owner, with everything that is to be given back. */
public final class OpenedStore implements AutoCloseable {
  private final DataSourceId id;
  private final Settings settings;
  private final Lease<TenantRegistry> registry;
  private final Lease<Connector> connector;
  private final Store store;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicInteger models = new AtomicInteger();
  private volatile @Nullable Holdings holdings;

  OpenedStore(
      DataSourceId id,
      Settings settings,
      Lease<TenantRegistry> registry,
      Lease<Connector> connector,
      Store store) {
    this.id = id;
    this.settings = settings;
    this.registry = registry;
    this.connector = connector;
    this.store = store;
  }

  public DataSourceId id() {
    return id;
  }

  public Settings settings() {
    return settings;
  }

  public Connector connector() {
    return connector.get();
  }

  public Store store() {
    return store;
  }

  /** Counts a model more that lives here, or less; closing counts out the rest. */
  public void bound(int more) {
    models.addAndGet(more);
    registry.get().bound(more);
  }

  void keptBy(Holdings keeper) {
    this.holdings = keeper;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      new Closing()
          .also(this::countOut)
          .also(store::close)
          .also(connector::close)
          .also(registry::close)
          .also(this::forget)
          .finish();
    }
  }

  private void countOut() {
    registry.get().bound(-models.getAndSet(0));
  }

  private void forget() {
    Holdings keeper = holdings;
    if (keeper != null) {
      keeper.forget(this);
    }
  }
}
