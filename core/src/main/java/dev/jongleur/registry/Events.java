package dev.jongleur.registry;

import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryListener;
import dev.jongleur.observer.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Hands on what happens to those who listen; a listener that fails is logged and disturbs nobody.
 * Thread-safe. Nothing is made when nobody listens. Bounded by the listeners there are.
 */
public final class Events {
  private static final Logger LOG = System.getLogger("dev.jongleur.events");

  private final InstantSource clock;
  private final List<RegistryListener> listeners = new CopyOnWriteArrayList<>();

  Events(InstantSource clock) {
    this.clock = clock;
  }

  /** Tells a listener of all that happens from now on, until its subscription is closed. */
  public Subscription listen(RegistryListener listener) {
    // One entry per call: the same listener may be there twice and leave one by one.
    RegistryListener entry = event -> listener.happened(event);
    listeners.add(entry);
    return () -> listeners.remove(entry);
  }

  /** Tells of something that just happened; to be called without a lock. */
  public void publish(Function<Instant, RegistryEvent> made) {
    if (!listeners.isEmpty()) {
      RegistryEvent event = made.apply(clock.instant());
      listeners.forEach(listener -> tell(listener, event));
    }
  }

  private static void tell(RegistryListener listener, RegistryEvent event) {
    try {
      listener.happened(event);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "A listener failed at " + event.getClass().getSimpleName() + ".", e);
    }
  }
}
