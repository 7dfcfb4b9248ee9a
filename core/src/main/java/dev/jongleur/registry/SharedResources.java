package dev.jongleur.registry;

import dev.jongleur.connector.Lease;
import dev.jongleur.error.ClosedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Resources under keys, each made for its first lease and closed with its last. Thread-safe; making
 * and closing hold up only those who want the same key. Holds only what is leased.
 */
final class SharedResources {
  private final Map<Object, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger leases = new AtomicInteger();

  <R extends AutoCloseable> Lease<R> lease(Object key, Class<R> type, Supplier<R> maker) {
    while (true) {
      Entry entry = entries.computeIfAbsent(key, Entry::new);
      AutoCloseable resource = entry.take(maker);
      if (resource != null) {
        leases.incrementAndGet();
        return new CountedLease<>(type.cast(resource), entry);
      }
    }
  }

  /** How many leases are open. */
  int leases() {
    return leases.get();
  }

  /** One key's resource and the count of its leases, both guarded by its lock. */
  private final class Entry {
    private final Object key;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable AutoCloseable resource;
    private int count;
    private boolean gone;

    Entry(Object key) {
      this.key = key;
    }

    /** The resource with one lease more, or null when this entry has just ended. */
    @Nullable AutoCloseable take(Supplier<? extends AutoCloseable> maker) {
      lock.lock();
      try {
        if (gone) {
          return null;
        }
        if (resource == null) {
          resource = make(maker);
        }
        count++;
        return resource;
      } finally {
        lock.unlock();
      }
    }

    private AutoCloseable make(Supplier<? extends AutoCloseable> maker) {
      try {
        return maker.get();
      } catch (RuntimeException | Error e) {
        end();
        throw e;
      }
    }

    void giveBack() {
      lock.lock();
      try {
        leases.decrementAndGet();
        count--;
        if (count == 0) {
          last();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Who wants the same key waits until it is closed, so that there are never two. */
    private void last() {
      AutoCloseable ended = resource;
      try {
        if (ended != null) {
          new Closing().also(ended::close).finish();
        }
      } finally {
        end();
      }
    }

    private void end() {
      gone = true;
      resource = null;
      entries.remove(key, this);
    }
  }

  /** A lease that gives itself back once. */
  private static final class CountedLease<R> implements Lease<R> {
    private final R resource;
    private final SharedResources.Entry entry;
    private final AtomicBoolean closed = new AtomicBoolean();

    CountedLease(R resource, SharedResources.Entry entry) {
      this.resource = resource;
      this.entry = entry;
    }

    @Override
    public R get() {
      if (closed.get()) {
        throw new ClosedException("A lease was used after it was given back.");
      }
      return resource;
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        entry.giveBack();
      }
    }
  }
}
