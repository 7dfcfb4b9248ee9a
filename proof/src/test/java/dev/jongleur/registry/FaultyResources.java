package dev.jongleur.registry;

import dev.jongleur.connector.Lease;
import dev.jongleur.registry.LeasesRace.Counted;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Built as {@link SharedResources} is, but for one fault. */
final class FaultyResources implements LeasesRace.Shared {
  private final Fault fault;
  private final Map<Object, Entry> entries = new ConcurrentHashMap<>();
  private final AtomicInteger leases = new AtomicInteger();

  FaultyResources(Fault fault) {
    this.fault = fault;
  }

  enum Fault {
    NONE,
    /** Leases are counted without the lock. */
    COUNTS_OUTSIDE_THE_LOCK,
    /** Who waited for the lock does not see that the entry has ended. */
    DEAF_TO_THE_END,
    /** The entry is gone before its resource is closed. */
    ENDS_BEFORE_IT_CLOSES,
    /** A lease that two close at once is given back twice. */
    GIVES_BACK_TWICE,
    /** An entry whose resource could not be made stays, marked as ended. */
    KEEPS_WHAT_COULD_NOT_BE_MADE
  }

  @Override
  public Lease<Counted> lease(Object key, Supplier<Counted> maker) {
    while (true) {
      Entry entry = entries.computeIfAbsent(key, Entry::new);
      Counted resource = entry.take(maker);
      if (resource != null) {
        leases.incrementAndGet();
        return new Counting(resource, entry);
      }
    }
  }

  @Override
  public int leases() {
    return leases.get();
  }

  private final class Entry {
    private final Object key;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Counted resource;
    private int count;
    private boolean gone;

    Entry(Object key) {
      this.key = key;
    }

    @Nullable Counted take(Supplier<Counted> maker) {
      Counted taken;
      lock.lock();
      try {
        if (gone && fault != Fault.DEAF_TO_THE_END) {
          return null;
        }
        if (resource == null) {
          resource = make(maker);
        }
        taken = resource;
        if (fault != Fault.COUNTS_OUTSIDE_THE_LOCK) {
          count++;
        }
      } finally {
        lock.unlock();
      }
      if (fault == Fault.COUNTS_OUTSIDE_THE_LOCK) {
        count++;
      }
      return taken;
    }

    private Counted make(Supplier<Counted> maker) {
      try {
        return maker.get();
      } catch (RuntimeException e) {
        if (fault == Fault.KEEPS_WHAT_COULD_NOT_BE_MADE) {
          gone = true;
        } else {
          end();
        }
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

    private void last() {
      Counted ended = resource;
      if (fault == Fault.ENDS_BEFORE_IT_CLOSES) {
        end();
      }
      if (ended != null) {
        ended.close();
      }
      end();
    }

    private void end() {
      gone = true;
      resource = null;
      entries.remove(key, this);
    }
  }

  private final class Counting implements Lease<Counted> {
    private final Counted resource;
    private final Entry entry;
    private final AtomicBoolean closed = new AtomicBoolean();

    Counting(Counted resource, Entry entry) {
      this.resource = resource;
      this.entry = entry;
    }

    @Override
    public Counted get() {
      return resource;
    }

    @Override
    public void close() {
      boolean first =
          fault == Fault.GIVES_BACK_TWICE ? !closed.get() : closed.compareAndSet(false, true);
      if (first) {
        closed.set(true);
        entry.giveBack();
      }
    }
  }
}
