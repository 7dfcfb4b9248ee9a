package dev.jongleur.registry;

import dev.jongleur.connector.Lease;
import dev.jongleur.error.ClosedException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resources under keys, each made for its first lease and closed with its last. Thread-safe; making
 * and closing hold up only those who want the same key. Holds only what is leased.
 */
final class SharedResources {
  private final Map<Object, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger leases = new AtomicInteger();
  private final Map<Class<?>, AtomicInteger> byType = new ConcurrentHashMap<>();

  <R extends AutoCloseable> Lease<R> lease(Object key, Class<R> type, Supplier<R> maker) {
    while (true) {
      Entry entry = entries.computeIfAbsent(key, wanted -> new Entry(wanted, counter(type)));
      AutoCloseable resource = entry.take(maker);
      if (resource != null) {
        return new CountedLease<>(type.cast(resource), entry);
      }
    }
  }

  /** How many leases are open. */
  int leases() {
    return leases.get();
  }

  /** How many of them are on each type of resource, by its name; none that has none. */
  Map<String, Integer> leasesByType() {
    var open = new TreeMap<String, Integer>();
    byType.forEach((type, count) -> {
      if (count.get() > 0) {
        open.merge(type.getSimpleName(), count.get(), Integer::sum);
      }
    });
    return open;
  }

  /** What is leased at this moment, read without holding anybody up. */
  Stream<Held> held() {
    return entries.values().stream().flatMap(Entry::held);
  }

  private AtomicInteger counter(Class<?> type) {
    return byType.computeIfAbsent(type, _ -> new AtomicInteger());
  }

  /** A resource that is leased, and how often. */
  record Held(Object key, AutoCloseable resource, int leases) {}

  /** One key's resource and the count of its leases, both written under its lock. */
  private final class Entry {
    private final Object key;
    private final AtomicInteger ofType;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable AutoCloseable resource;
    private volatile int count;
    private boolean gone;

    Entry(Object key, AtomicInteger ofType) {
      this.key = key;
      this.ofType = ofType;
    }

    Stream<Held> held() {
      AutoCloseable now = resource;
      int open = count;
      return now == null || open == 0 ? Stream.empty() : Stream.of(new Held(key, now, open));
    }

    /** The resource with one lease more, or null when this entry has just ended. */
    @Nullable AutoCloseable take(Supplier<? extends AutoCloseable> maker) {
      lock.lock();
      try {
        if (gone) {
          return null;
        }
        AutoCloseable there = resource;
        if (there == null) {
          there = make(maker);
          resource = there;
        }
        count(1);
        return there;
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
        count(-1);
        if (count == 0) {
          last();
        }
      } finally {
        lock.unlock();
      }
    }

    /** Under the lock. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void count(int more) {
      count = count + more;
      leases.addAndGet(more);
      ofType.addAndGet(more);
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
