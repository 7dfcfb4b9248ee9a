package dev.jongleur.registry;

import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.observer.Subscription;
import dev.jongleur.policy.StackCapture;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.ref.Cleaner;
import java.lang.ref.WeakReference;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Finds resources whose owner was dropped without closing them, releases them, counts them and
 * tells where they were opened, as far as that was noted (law 4). Thread-safe.
 */
public final class Forgotten {
  private static final Logger LOG = System.getLogger("dev.jongleur.forgotten");

  /** One thread of the JVM for all registries; what it knows it knows weakly. */
  private static final Cleaner CLEANER = Cleaner.create();

  private final Events events;
  private final Openings openings = new Openings();
  private final Map<Resource, LongAdder> found = new EnumMap<>(Resource.class);

  /** What a watch knows of this: the cleaner must not lead to those who listen to events. */
  private final WeakReference<Forgotten> self = new WeakReference<>(this);

  Forgotten(Events events) {
    this.events = events;
    for (Resource resource : Resource.values()) {
      found.put(resource, new LongAdder());
    }
  }

  /** Says which openings are noted with their stack, from now on. */
  public void stacks(StackCapture capture) {
    openings.stacks(capture);
  }

  /**
   * Watches something for as long as its owner can be reached.
   *
   * @param owner what the program holds on to; what is closed must not lead to it
   * @param name whose it is, as events call it
   * @param closed what is closed when the owner is gone
   * @return to be closed when the owner closes it itself
   */
  public Watch watch(Object owner, Resource resource, String name, AutoCloseable closed) {
    var release = new Release(self, resource, name, closed, openings.here());
    return new Watch(release, CLEANER.register(owner, release));
  }

  /** Makes a stay last no longer than somebody holds the subscription that comes back. */
  public Subscription whileHeld(Subscription stay, String name) {
    return new HeldSubscription(stay, name, this);
  }

  /** How many were found so far. */
  public long found() {
    return found.values().stream().mapToLong(LongAdder::sum).sum();
  }

  /** How many were found so far, of each kind. */
  public Map<Resource, Long> foundByKind() {
    var all = new EnumMap<Resource, Long>(Resource.class);
    found.forEach((resource, count) -> all.put(resource, count.sum()));
    return all;
  }

  private void count(Release release) {
    Objects.requireNonNull(found.get(release.resource)).increment();
    if (release.openedAt.isEmpty()) {
      openings.suspect();
    }
    events.publish(now -> new Leaked(release.name, release.resource, release.openedAt, now));
  }

  /** A watch over something; closing it says that the owner closed it itself. */
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

  /** What is done when the owner is gone. Holds what is closed, never the owner. */
  private static final class Release implements Runnable {
    private final WeakReference<Forgotten> forgotten;
    private final Resource resource;
    private final String name;
    private final AutoCloseable closed;
    private final Optional<Throwable> openedAt;
    private final AtomicBoolean done = new AtomicBoolean();

    Release(
        WeakReference<Forgotten> forgotten,
        Resource resource,
        String name,
        AutoCloseable closed,
        Optional<Throwable> openedAt) {
      this.forgotten = forgotten;
      this.resource = resource;
      this.name = name;
      this.closed = closed;
      this.openedAt = openedAt;
    }

    @Override
    public void run() {
      if (done.compareAndSet(false, true)) {
        release();
        Forgotten known = forgotten.get();
        if (known != null) {
          known.count(this);
        }
      }
    }

    private void release() {
      String what = "The " + resource.label() + " " + name;
      try {
        closed.close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "Releasing what was dropped failed: " + what + ".", e);
      }
      String message = what + " was dropped without being closed; it was released.";
      openedAt.ifPresentOrElse(
          stack -> LOG.log(Level.WARNING, message, stack),
          () -> LOG.log(Level.WARNING, "{0} Where it was opened was not noted.", message));
    }
  }
}
