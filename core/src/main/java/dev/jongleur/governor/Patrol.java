package dev.jongleur.governor;

import dev.jongleur.policy.GovernorPolicy;
import dev.jongleur.policy.Pressure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * What a governor does again and again: looks at the heap, says what pressure that is, alerts, and
 * has idle tenants folded. Rounds are made by one thread; others may read what came of them.
 */
final class Patrol {
  private static final Logger LOG = System.getLogger("dev.jongleur.governor");

  /** The longest time between two rounds (F-468). */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final Heap heap;
  private final Idle idle;
  private final Alerts alerts;
  private final Sweeper sweeper;
  private volatile Pressure pressure = Pressure.NONE;
  private Pressure byHeap = Pressure.NONE;

  Patrol(Heap heap, Idle idle, Alerts alerts, Sweeper sweeper) {
    this.heap = heap;
    this.idle = idle;
    this.alerts = alerts;
    this.sweeper = sweeper;
  }

  Pressure pressure() {
    return pressure;
  }

  /** Makes one round, and says how long to rest after it. */
  Duration round() {
    GovernorPolicy policy = alerts.policy();
    Heap.Reading reading = heap.read();
    int registries = idle.tenantRegistries();
    alerts.look(reading, registries);
    byHeap = HeapPressure.after(byHeap, policy, reading);
    pressure = atLeast(alerts.isCrowded() ? Pressure.MEDIUM : Pressure.NONE, byHeap);
    LOG.log(Level.DEBUG, "{0}, {1} tenant registries: {2}", reading, registries, pressure);
    if (!policy.automatic()) {
      return LONGEST;
    }
    Duration untilSweep = sweeper.fold(policy, reading, pressure);
    return untilSweep.compareTo(LONGEST) < 0 ? untilSweep : LONGEST;
  }

  private static Pressure atLeast(Pressure least, Pressure pressure) {
    return pressure.compareTo(least) < 0 ? least : pressure;
  }
}
