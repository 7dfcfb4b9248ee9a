package dev.jongleur.model;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.StoreException;
import dev.jongleur.event.ConnectionEvent;
import dev.jongleur.event.ConnectionEvent.Connected;
import dev.jongleur.event.ConnectionEvent.Disconnected;
import dev.jongleur.event.ConnectionEvent.Failed;
import dev.jongleur.event.ConnectionListener;
import dev.jongleur.observer.Subscription;
import dev.jongleur.registry.OpenedStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the backend of a data source was reached, and who waits until it is (F-119, F-123 to
 * F-131). One tries at a time, on a thread of its own; all who wait hear how it went, and the next
 * call tries again. Thread-safe; listeners are bounded by who subscribes.
 */
public final class Connecting {
  private static final int MILLIS = 5_000;

  private final OpenedStore opened;
  private final InstantSource clock;
  private final int patience;
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicReference<@Nullable CompletableFuture<Void>> underway =
      new AtomicReference<>();
  private final List<ConnectionListener> listeners = new CopyOnWriteArrayList<>();
  private volatile boolean connected;

  /**
   * Of a data source with its settings {@code connectionTimeout} and {@code maxOfflineRequests}.
   */
  public Connecting(OpenedStore opened, InstantSource clock) {
    this.opened = opened;
    this.clock = clock;
    Settings settings = opened.settings();
    this.patience = positive(settings, "connectionTimeout", MILLIS);
    this.most = positive(settings, "maxOfflineRequests", Integer.MAX_VALUE);
    this.connected = !opened.connector().connects();
  }

  private static int positive(Settings settings, String key, int otherwise) {
    int number = settings.number(key).orElse(otherwise);
    if (number <= 0) {
      throw new DefinitionException("The setting \"" + key + "\" is above 0.");
    }
    return number;
  }

  public boolean isConnected() {
    return connected;
  }

  /**
   * Returns when the backend has answered once; at once when it has already.
   *
   * @throws StoreException when it does not answer, or not in time
   * @throws LimitException when more wait for it already than may
   */
  public void connect() {
    if (connected) {
      return;
    }
    if (waiting.incrementAndGet() > most) {
      waiting.decrementAndGet();
      throw new LimitException(
          "maxOfflineRequests",
          most + " calls wait for " + opened.id() + " to connect, which is as many as may.",
          Duration.ofMillis(patience));
    }
    try {
      await(begun());
    } finally {
      waiting.decrementAndGet();
    }
  }

  private CompletableFuture<Void> begun() {
    var fresh = new CompletableFuture<Void>();
    CompletableFuture<Void> there = underway.compareAndExchange(null, fresh);
    if (there == null) {
      Thread.ofVirtual().name("jongleur-connecting").start(() -> reach(fresh));
    }
    return there == null ? fresh : there;
  }

  /** Listeners hear of it before those who wait; one that fails keeps nobody waiting. */
  private void reach(CompletableFuture<Void> result) {
    Optional<RuntimeException> failure = attempt();
    connected = failure.isEmpty();
    try {
      tell(at ->
          failure
              .<ConnectionEvent>map(cause -> new Failed(id(), cause, at))
              .orElseGet(() -> new Connected(id(), at)));
    } finally {
      underway.set(null);
      failure.ifPresentOrElse(result::completeExceptionally, () -> result.complete(null));
    }
  }

  private Optional<RuntimeException> attempt() {
    try {
      if (opened.connector().connects()) {
        opened.connector().ping();
      }
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    } catch (Error e) {
      // Thrown on, it would end the thread that all who wait are waiting for.
      return Optional.of(new StoreException(opened.id() + " could not be connected.", e));
    }
  }

  private void await(CompletableFuture<Void> result) {
    try {
      result.get(patience, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new StoreException("Connecting failed.", e);
    } catch (TimeoutException e) {
      throw StoreException.timedOut(opened.id() + " did not connect", patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("Interrupted while waiting for " + opened.id() + ".", e);
    }
  }

  /** Gives back what is held open, unless it is in use; the next call connects again. */
  public void disconnect() {
    if (connected) {
      opened.connector().release(Partition.WHOLE);
      connected = false;
      tell(at -> new Disconnected(id(), at));
    }
  }

  /** Tells a listener of what happens from now on. */
  public Subscription listen(ConnectionListener listener) {
    ConnectionListener entry = event -> listener.on(event);
    listeners.add(entry);
    return () -> listeners.remove(entry);
  }

  private String id() {
    return opened.id().toString();
  }

  private void tell(Function<Instant, ConnectionEvent> event) {
    if (!listeners.isEmpty()) {
      ConnectionEvent made = event.apply(clock.instant());
      listeners.forEach(listener -> listener.on(made));
    }
  }
}
