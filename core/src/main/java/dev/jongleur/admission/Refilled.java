package dev.jongleur.admission;

import dev.jongleur.error.LimitException;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A bucket of turns that is refilled steadily: so many on average, and as many at once after a
 * pause as it holds.
 *
 * @param limit its name
 * @param refusal what there is to say when it is empty
 */
record Refilled(String limit, String refusal, Bucket bucket) implements Rate {
  /** Nothing can be refilled faster, and whatever is faster is no limit. */
  static final int MOST = 1_000_000_000;

  static Bucket bucket(int capacity, int refill, Duration period, InstantSource clock) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(capacity).refillGreedy(refill, period))
        .withCustomTimePrecision(new ByClock(clock))
        .build();
  }

  @Override
  public void take() {
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      // The bucket rounds down; who comes back a nanosecond early is refused once more.
      Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill() + 1);
      String message = refusal + ": try again in " + (wait.toMillis() + 1) + " ms.";
      throw new LimitException(limit, message, wait);
    }
  }
}
