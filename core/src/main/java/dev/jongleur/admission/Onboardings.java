package dev.jongleur.admission;

import dev.jongleur.policy.ApplicationLimits;
import java.time.InstantSource;

/** Lets new tenants in as an application's limits allow. Thread-safe. */
public final class Onboardings {
  private final Rate rate;

  public Onboardings(ApplicationLimits limits, InstantSource clock) {
    this.rate = Rate.of(limits, clock);
  }

  /**
   * Lets one new tenant in.
   *
   * @throws dev.jongleur.error.LimitException when it is too soon after others
   */
  public void admit() {
    rate.take();
  }
}
