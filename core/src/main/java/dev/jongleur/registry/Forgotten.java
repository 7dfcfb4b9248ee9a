package dev.jongleur.registry;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds resources whose owner was dropped without closing them, releases them and counts them (law
 * 4). Thread-safe.
 */
public final class Forgotten {
  private static final Logger LOG = System.getLogger("dev.jongleur.forgotten");

  /** One thread of the JVM for all registries; what it knows it knows weakly. */
  private static final Cleaner CLEANER = Cleaner.create();

  private final AtomicLong found = new AtomicLong();

  /**
   * Watches a resource for as long as its owner can be reached.
   *
   * @param owner what the program holds on to; the resource must not lead to it
   * @return to be closed when the owner closes the resource itself
   */
  public Watch watch(Object owner, String name, AutoCloseable resource) {
    var release = new Release(name, resource, found);
    return new Watch(release, CLEANER.register(owner, release));
  }

  /** How many were found so far. */
  public long found() {
    return found.get();
  }

  /** A watch over one resource; closing it says that the owner closed the resource itself. */
  public static final class Watch implements AutoCloseable {
    private final Release release;
    private final Cleaner.Cleanable cleanable;

    private Watch(Release release, Cleaner.Cleanable cleanable) {
      this.release = release;
      this.cleanable = cleanable;
    }

    @Override
    public void close() {
      release.done.set(true);
      cleanable.clean();
    }
  }

  /** What is done when the owner is gone. Holds the resource, never the owner. */
  private static final class Release implements Runnable {
    private final String name;
    private final AutoCloseable resource;
    private final AtomicLong found;
    private final AtomicBoolean done = new AtomicBoolean();

    Release(String name, AutoCloseable resource, AtomicLong found) {
      this.name = name;
      this.resource = resource;
      this.found = found;
    }

    @Override
    public void run() {
      if (done.compareAndSet(false, true)) {
        LOG.log(Level.WARNING, "{0} was dropped without being closed; it was released.", name);
        try {
          resource.close();
        } catch (Exception e) {
          LOG.log(Level.WARNING, "Releasing " + name + " failed.", e);
        } finally {
          found.incrementAndGet();
        }
      }
    }
  }
}
