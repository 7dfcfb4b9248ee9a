package dev.jongleur.governor;

import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.Pressure;
import dev.jongleur.policy.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * Folds idle tenants in batches: when it is time to by the policy, and all of them at once when
 * memory is about to run out. For one thread.
 */
final class Sweeper {
  /** What was folded in an emergency has to be collected before there is another. */
  private static final Duration RECOVERY = Duration.ofSeconds(1);

  private final Idle idle;
  private final Alerts alerts;
  private final InstantSource clock;
  private final BooleanSupplier stopped;
  private Instant swept;
  private Instant rescued = Instant.EPOCH;
  private long collections = -1;
  private final AtomicLong folded = new AtomicLong();

  /**
   * @param stopped whether to leave off after the batch that is being folded
   */
  Sweeper(Idle idle, Alerts alerts, InstantSource clock, BooleanSupplier stopped) {
    this.idle = idle;
    this.alerts = alerts;
    this.clock = clock;
    this.stopped = stopped;
    this.swept = clock.instant();
  }

  /** Folds what there is to fold now, and says how long until there may be more. */
  Duration fold(GovernorPolicy policy, Heap.Reading heap, Pressure pressure) {
    Instant now = clock.instant();
    Sweep sweep = policy.sweeps().at(pressure);
    if (isEmergency(policy, heap, now)) {
      rescued = now;
      collections = heap.collections();
      fold(now, policy.batch());
    } else if (!untilDue(sweep, now).isPositive()) {
      swept = now;
      fold(now.minus(sweep.idle()), policy.batch());
    }
    return untilDue(sweep, now);
  }

  /** How many were folded so far. */
  long folded() {
    return folded.get();
  }

  /** Only by a new reading: an old one tells nothing of what the last emergency brought. */
  private boolean isEmergency(GovernorPolicy policy, Heap.Reading heap, Instant now) {
    return heap.live() > policy.emergency().in(heap.maximum())
        && heap.collections() != collections
        && !now.isBefore(rescued.plus(RECOVERY));
  }

  private Duration untilDue(Sweep sweep, Instant now) {
    // A clock that was put back does not put off the next sweep.
    swept = now.isBefore(swept) ? now : swept;
    return Duration.between(now, swept.plus(sweep.every()));
  }

  private void fold(Instant unusedSince, int batch) {
    var failures = new Failures(alerts);
    // Bounded, should one that cannot be folded be tried again and again.
    int batches = idle.unfolded() / batch + 1;
    int tried = batch;
    while (tried == batch && batches > 0 && !stopped.getAsBoolean()) {
      tried = idle.fold(unusedSince, batch, failures);
      folded.addAndGet(tried);
      batches--;
    }
    folded.addAndGet(-failures.finish());
  }
}
