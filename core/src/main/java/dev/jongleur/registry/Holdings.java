package dev.jongleur.registry;

import dev.jongleur.connector.Lease;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What somebody with many stores and connectors has open at this moment, so that all of it can be
 * given back when he himself was forgotten: it leads to nothing else of his. Thread-safe; bounded
 * by what is open.
 */
public final class Holdings implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<AutoCloseable> open = new LinkedHashSet<>();

  public Holdings() {}

  /** Keeps a store until it is closed. */
  public OpenedStore keep(OpenedStore store) {
    add(store);
    store.keptBy(this);
    return store;
  }

  /** Keeps a lease until it is closed. */
  public <R> Lease<R> keep(Lease<R> lease) {
    var kept = new KeptLease<>(lease, this);
    add(kept);
    return kept;
  }

  /** Closes what is open, the last that was opened first; nothing to do for one who closed all. */
  @Override
  public void close() {
    var closing = new Closing();
    newestFirst().forEach(one -> closing.also(one::close));
    closing.finish();
  }

  private void add(AutoCloseable one) {
    lock.lock();
    try {
      open.add(one);
    } finally {
      lock.unlock();
    }
  }

  void forget(AutoCloseable one) {
    lock.lock();
    try {
      open.remove(one);
    } finally {
      lock.unlock();
    }
  }

  private List<AutoCloseable> newestFirst() {
    lock.lock();
    try {
      return new ArrayList<>(open).reversed();
    } finally {
      lock.unlock();
    }
  }

  /** A lease that is forgotten with its closing. */
  private static final class KeptLease<R> implements Lease<R> {
    private final Lease<R> lease;
    private final Holdings holdings;

    KeptLease(Lease<R> lease, Holdings holdings) {
      this.lease = lease;
      this.holdings = holdings;
    }

    @Override
    public R get() {
      return lease.get();
    }

    @Override
    public void close() {
      new Closing().also(lease::close).also(() -> holdings.forget(this)).finish();
    }
  }
}
