package dev.jongleur.admission;

import dev.jongleur.connector.Deadline;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** For a tenant with limits: first its rate, which refuses, then its seats, which make it wait. */
final class Limited implements Admission {
  private final Rate rate;
  private final Seats seats;
  private final Duration queryTime;

  Limited(String tenant, TenantLimits limits, InstantSource clock) {
    this.rate = Rate.of(tenant, limits, clock);
    this.seats = Seats.of(tenant, limits);
    this.queryTime = limits.queryTime();
  }

  static boolean limits(TenantLimits limits) {
    return Rate.limits(limits) || Seats.limits(limits) || limitsTime(limits.queryTime());
  }

  @Override
  public <T> T admit(Supplier<T> operation) {
    Inside outer = Inside.current();
    if (outer.isIn(this)) {
      return operation.get();
    }
    rate.take();
    return placed(outer, operation);
  }

  @Override
  public <T> T goOn(Supplier<T> part) {
    Inside outer = Inside.current();
    return outer.isIn(this) ? part.get() : placed(outer, part);
  }

  private <T> T placed(Inside outer, Supplier<T> operation) {
    boolean seated = outer.isSeated() ? seats.tryTake() : seats.take();
    try {
      return new Inside(this, seated, outer).call(() -> inTime(operation));
    } finally {
      if (seated) {
        seats.giveBack();
      }
    }
  }

  private <T> T inTime(Supplier<T> operation) {
    return limitsTime(queryTime) ? Deadline.in(queryTime).call(operation) : operation.get();
  }

  private static boolean limitsTime(Duration queryTime) {
    return queryTime.compareTo(TenantLimits.FOREVER) < 0;
  }

  @Override
  public int running() {
    return seats.taken();
  }

  @Override
  public int waiting() {
    return seats.waiting();
  }
}
