package dev.jongleur.registry;

import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.observer.Subscription;

/** A stay that belongs to who holds this; dropped without being closed, it is found and ended. */
final class HeldSubscription implements Subscription {
  private final Subscription stay;
  private final Forgotten.Watch watch;

  HeldSubscription(Subscription stay, String name, Forgotten forgotten) {
    this.stay = stay;
    this.watch = forgotten.watch(this, Resource.SUBSCRIPTION, name, stay);
  }

  @Override
  public void close() {
    watch.close();
    stay.close();
  }
}
