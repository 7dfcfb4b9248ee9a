package dev.jongleur.admission;

import dev.jongleur.policy.ApplicationLimits;
import dev.jongleur.policy.TenantLimits;
import java.time.Duration;
import java.time.InstantSource;

/** How often something may be done; who comes too soon is refused, and told when to come again. */
@FunctionalInterface
interface Rate {
  /** As often as one likes. */
  Rate ANY = () -> {};

  /**
   * Takes one turn.
   *
   * @throws dev.jongleur.error.LimitException when it is too soon
   */
  void take();

  static Rate of(String tenant, TenantLimits limits, InstantSource clock) {
    int average = limits.operationsPerSecond();
    return limits(limits)
        ? new Refilled(
            "operationsPerSecond",
            "The tenant \"" + tenant + "\" may do " + average + " operations a second",
            Refilled.bucket(limits.burst(), average, Duration.ofSeconds(1), clock))
        : ANY;
  }

  static Rate of(ApplicationLimits limits, InstantSource clock) {
    int most = limits.onboardedPerMinute();
    return most < Refilled.MOST
        ? new Refilled(
            "onboardedPerMinute",
            "The application may onboard " + most + " tenants a minute",
            Refilled.bucket(most, most, Duration.ofMinutes(1), clock))
        : ANY;
  }

  static boolean limits(TenantLimits limits) {
    return limits.operationsPerSecond() < Refilled.MOST;
  }
}
