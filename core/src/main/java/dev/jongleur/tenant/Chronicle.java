package dev.jongleur.tenant;

import dev.jongleur.event.RegistryEvent.Created;
import dev.jongleur.event.RegistryEvent.Folded;
import dev.jongleur.event.RegistryEvent.Released;
import dev.jongleur.event.RegistryEvent.Unfolded;
import dev.jongleur.registry.Events;

/** Tells what happens to tenants, outside every lock. Thread-safe. */
final class Chronicle {
  private final Events events;

  Chronicle(Events events) {
    this.events = events;
  }

  void created(TenantId id) {
    events.publish(now -> new Created(owner(id), now));
  }

  void unfolded(TenantId id) {
    events.publish(now -> new Unfolded(owner(id), now));
  }

  void folded(TenantId id) {
    events.publish(now -> new Folded(owner(id), now));
  }

  void released(TenantId id) {
    events.publish(now -> new Released(owner(id), now));
  }

  private static String owner(TenantId id) {
    return "tenant " + id;
  }
}
