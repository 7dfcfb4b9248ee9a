package dev.jongleur.governor;

import dev.jongleur.observer.Subscription;
import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.Pressure;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Watches over one application's memory until it is closed. Its thread is a virtual one, parked
 * between rounds and woken by collections; it holds the governor weakly, so that an application
 * that is forgotten is collected and ends it. Thread-safe.
 */
public final class Governor implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** The rest after a round that failed. */
  private static final Duration RECOVERY = Duration.ofSeconds(1);

  private final Alerts alerts;
  private final Sweeper sweeper;
  private final Patrol patrol;
  private final Bell bell = new Bell();
  private final Subscription collections;
  private final Thread thread;

  private Governor(Idle idle, Alerts alerts, InstantSource clock, Heap heap) {
    this.alerts = alerts;
    this.sweeper = new Sweeper(idle, alerts, clock, bell::isSilenced);
    this.patrol = new Patrol(heap, idle, alerts, sweeper);
    this.collections = heap.afterCollections(bell::ring);
    this.thread = Thread.ofVirtual().name("jongleur-governor").unstarted(rounds());
  }

  /** Begins to watch, by the policy of the alerts. */
  public static Governor start(Idle idle, Alerts alerts, InstantSource clock) {
    return start(idle, alerts, clock, CollectedHeap.ofThisProcess());
  }

  static Governor start(Idle idle, Alerts alerts, InstantSource clock, Heap heap) {
    var governor = new Governor(idle, alerts, clock, heap);
    governor.thread.start();
    return governor;
  }

  /** Goes on by another policy, from now on. */
  public void policy(GovernorPolicy other) {
    alerts.policy(other);
    bell.ring();
  }

  public GovernorPolicy policy() {
    return alerts.policy();
  }

  /** How short of memory the application was at the last round. */
  public Pressure pressure() {
    return patrol.pressure();
  }

  /** How many tenants it folded so far. */
  public long folded() {
    return sweeper.folded();
  }

  Thread thread() {
    return thread;
  }

  /** Ends watching; waits for the batch that is being folded. */
  @Override
  public void close() {
    bell.silence();
    collections.close();
    if (!Thread.currentThread().equals(thread)) {
      join();
    }
  }

  private void join() {
    try {
      var _ = thread.join(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Round after round, until this is closed or nobody holds it any more. */
  private Runnable rounds() {
    var watched = new WeakReference<>(this);
    Bell ending = bell;
    Subscription listening = collections;
    return () -> {
      try (listening) {
        Optional<Duration> rest = round(watched);
        while (rest.isPresent() && ending.rest(rest.get())) {
          rest = round(watched);
        }
      }
    };
  }

  private static Optional<Duration> round(WeakReference<Governor> watched) {
    return Optional.ofNullable(watched.get()).map(Governor::round);
  }

  private Duration round() {
    try {
      return patrol.round();
    } catch (RuntimeException e) {
      alerts.cleanUpFailed(e);
    } catch (VirtualMachineError e) {
      // No memory to say anything with; the next round is an emergency.
    }
    return RECOVERY;
  }
}
