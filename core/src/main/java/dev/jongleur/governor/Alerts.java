package dev.jongleur.governor;

import dev.jongleur.event.Alert;
import dev.jongleur.event.Alert.Kind;
import dev.jongleur.event.AlertListener;
import dev.jongleur.policy.GovernorPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Tells an operator what he should know, once for each episode: by the log, and by listeners on a
 * thread of their own, so that none of them holds anything up. Thread-safe.
 */
public final class Alerts {
  private static final Logger LOG = System.getLogger("dev.jongleur.alerts");

  /** What is alive goes up and down with each collection that finds only a part of the garbage. */
  private static final Duration SWING = Duration.ofMinutes(1);

  private final List<AlertListener> listeners;
  private final InstantSource clock;
  private final Executor telling;
  private final Map<Kind, Episode> episodes = new EnumMap<>(Kind.class);
  private final LastMinute unfolded = new LastMinute();
  private final LastMinute leaks = new LastMinute();
  private volatile GovernorPolicy policy;

  public Alerts(GovernorPolicy policy, List<AlertListener> listeners, InstantSource clock) {
    this(
        policy,
        listeners,
        clock,
        telling -> {
          var _ = Thread.ofVirtual().name("jongleur-alert").start(telling);
        });
  }

  Alerts(
      GovernorPolicy policy, List<AlertListener> listeners, InstantSource clock, Executor telling) {
    this.policy = policy;
    this.listeners = List.copyOf(listeners);
    this.clock = clock;
    this.telling = telling;
    for (Kind kind : Kind.values()) {
      episodes.put(kind, new Episode(kind == Kind.HEAP ? SWING : Duration.ZERO));
    }
  }

  GovernorPolicy policy() {
    return policy;
  }

  void policy(GovernorPolicy other) {
    this.policy = other;
  }

  /**
   * Counts a tenant that was unfolded. Others may have counted on before this count is looked at,
   * so it begins an episode, and never ends one.
   */
  public void unfolded() {
    int count = unfolded.add(clock.instant());
    if (count > policy.alerts().unfoldedPerMinute()) {
      rapid(count);
    }
  }

  /** Something was found that its owner forgot. */
  public void leaked(String what) {
    int count = leaks.add(clock.instant());
    look(Kind.LEAK, count, 0, () -> what + " was dropped without being closed; it was released.");
  }

  /** Something could not be folded or released; over with the next sweep that goes well. */
  public void cleanUpFailed(RuntimeException failure) {
    LOG.log(Level.WARNING, "Cleaning up failed.", failure);
    String kind = failure.getClass().getSimpleName();
    look(Kind.CLEAN_UP_FAILED, 1, 0, () -> "Cleaning up failed with " + kind + ".");
  }

  void cleanUpWentWell() {
    episode(Kind.CLEAN_UP_FAILED).end();
  }

  /** Looks at everything that can be measured. */
  void look(Heap.Reading heap, int tenantRegistries) {
    lookAtHeap(heap.live(), policy.alerts().heap().in(heap.maximum()));
    int healthy = policy.alerts().tenantRegistries();
    look(
        Kind.TENANT_REGISTRIES,
        tenantRegistries,
        healthy,
        () -> tenantRegistries + " tenants hold something, more than " + healthy + ".");
    rapid(unfolded.count(clock.instant()));
    if (leaks.count(clock.instant()) == 0) {
      episode(Kind.LEAK).end();
    }
  }

  /** Whether more tenants hold something than is thought healthy. */
  boolean isCrowded() {
    return episode(Kind.TENANT_REGISTRIES).isOn();
  }

  private void lookAtHeap(long live, long most) {
    look(
        Kind.HEAP,
        live,
        most,
        () -> (live >> 20) + " MB of the heap are alive, more than " + (most >> 20) + ".");
  }

  private void rapid(int count) {
    int healthy = policy.alerts().unfoldedPerMinute();
    look(
        Kind.RAPID_CREATION,
        count,
        healthy,
        () -> count + " tenants were unfolded in a minute, more than " + healthy + ".");
  }

  private void look(Kind kind, long value, long threshold, Supplier<String> message) {
    Instant now = clock.instant();
    if (episode(kind).begins(value, threshold, policy.hysteresis(), now)) {
      tell(new Alert(kind, message.get(), value, threshold, now));
    }
  }

  private Episode episode(Kind kind) {
    return Objects.requireNonNull(episodes.get(kind));
  }

  private void tell(Alert alert) {
    LOG.log(Level.WARNING, "{0}: {1}", alert.kind(), alert.message());
    listeners.forEach(listener -> telling.execute(() -> tell(listener, alert)));
  }

  private static void tell(AlertListener listener, Alert alert) {
    try {
      listener.raised(alert);
    } catch (RuntimeException | Error e) {
      LOG.log(Level.WARNING, "A listener failed on the alert " + alert.kind() + ".", e);
    }
  }
}
