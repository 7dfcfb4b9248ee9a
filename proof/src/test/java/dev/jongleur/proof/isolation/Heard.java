package dev.jongleur.proof.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Created;
import dev.jongleur.event.RegistryEvent.Folded;
import dev.jongleur.event.RegistryEvent.Leaked;
import dev.jongleur.event.RegistryEvent.Released;
import dev.jongleur.event.RegistryEvent.Unfolded;
import dev.jongleur.event.RegistryListener;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/**
 * What the registry tells of each tenant. It is told where it happens: on the tenant's own thread,
 * but for the folding of idle tenants, which is told to whoever sweeps. Thread-safe.
 */
final class Heard implements RegistryListener {
  private static final String TENANT = "tenant ";

  private final Map<Thread, String> tenants = new ConcurrentHashMap<>();
  private final Map<Thread, AtomicInteger> sweeps = new ConcurrentHashMap<>();
  private final Map<String, Tally> tallies = new ConcurrentHashMap<>();
  private final Queue<String> faults = new ConcurrentLinkedQueue<>();

  /** How often each was told of one tenant. */
  static final class Tally {
    final AtomicInteger created = new AtomicInteger();
    final AtomicInteger unfolded = new AtomicInteger();
    final AtomicInteger folded = new AtomicInteger();
    final AtomicInteger released = new AtomicInteger();
  }

  /** From here on this thread works for this tenant and for no other. */
  void begin(String tenant) {
    tenants.put(Thread.currentThread(), tenant);
  }

  void end() {
    tenants.remove(Thread.currentThread());
  }

  Tally of(String tenant) {
    return tallies.computeIfAbsent(tenant, _ -> new Tally());
  }

  @Override
  public void happened(RegistryEvent event) {
    String here = tenants.get(Thread.currentThread());
    if (here != null && event.owner().startsWith(TENANT)) {
      String told = event.owner().substring(TENANT.length());
      count(event, of(told));
      if (!told.equals(here) && !isSwept(event)) {
        faults.add(event + " was told to " + here);
      }
    }
  }

  private boolean isSwept(RegistryEvent event) {
    return event instanceof Folded && sweeps.containsKey(Thread.currentThread());
  }

  private void count(RegistryEvent event, Tally tally) {
    switch (event) {
      case Created _ -> tally.created.incrementAndGet();
      case Unfolded _ -> tally.unfolded.incrementAndGet();
      case Released _ -> tally.released.incrementAndGet();
      case Leaked _ -> faults.add(event.toString());
      case Folded _ -> {
        tally.folded.incrementAndGet();
        sweeps.getOrDefault(Thread.currentThread(), new AtomicInteger()).incrementAndGet();
      }
    }
  }

  /** Folds idle tenants: as many are told of as were folded. */
  int sweep(IntSupplier sweep) {
    var told = new AtomicInteger();
    sweeps.put(Thread.currentThread(), told);
    try {
      int folded = sweep.getAsInt();
      assertThat(told.get()).as("folded, and told of").isEqualTo(folded);
      return folded;
    } finally {
      sweeps.remove(Thread.currentThread());
    }
  }

  void check() {
    assertThat(faults).as("what was told to the wrong tenant").isEmpty();
  }
}
