package dev.jongleur.proof.isolation;

import dev.jongleur.Jongleur;
import dev.jongleur.connector.Settings;
import dev.jongleur.event.RegistryEvent;
import dev.jongleur.event.RegistryEvent.Unfolded;
import dev.jongleur.event.RegistryListener;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Breaches of isolation that are planted, to see that they are found. Each shows now and then. */
enum Breach {
  NONE,
  /** The connector opens the store of another tenant. */
  ANOTHERS_STORE,
  /** Answers are kept by their question, whoever asked it. */
  ANOTHERS_ANSWER,
  /** A new row goes to another tenant too. */
  STRAY_ROW,
  /** A change of many rows is made at another tenant too. */
  STRAY_CHANGE,
  /** Erasing one tenant erases another's rows too. */
  ERASES_TWO,
  /** The handle of a model is another tenant's. */
  ANOTHERS_MODEL(Act.MODEL),
  /** An observer is registered at another tenant. */
  ANOTHERS_OBSERVER(Act.OBSERVE),
  /** A model or a property is another tenant's. */
  ANOTHERS_DEFINITION(Act.CUSTOMIZE),
  ANOTHERS_RESET(Act.RESET),
  ANOTHERS_SUSPENSION(Act.SUSPEND),
  ANOTHERS_LIMITS(Act.LIMIT),
  ANOTHERS_RELEASE(Act.RELEASE),
  ANOTHERS_END(Act.ERASE),
  /** A call is counted as another tenant's too. */
  ANOTHERS_COUNT,
  /** What happened to one tenant is told of another. */
  ANOTHERS_EVENT;

  private static final int SELDOM = 20;

  private final Optional<Act> act;

  Breach() {
    this.act = Optional.empty();
  }

  Breach(Act act) {
    this.act = Optional.of(act);
  }

  /** With a connector that leaks, where that is the breach. */
  Settings plantedIn(Settings settings) {
    return switch (this) {
      case ANOTHERS_STORE, ANOTHERS_ANSWER, STRAY_ROW, STRAY_CHANGE, ERASES_TWO ->
          Settings.of("leaky").with("breach", name());
      default -> settings;
    };
  }

  /** Whom the acts of one tenant hit. */
  Aim aim(Jongleur jongleur) {
    return this == ANOTHERS_COUNT
        ? new Miscount(jongleur)
        : act.<Aim>map(slipping -> new Slip(jongleur, slipping)).orElse(Aim.TRUE);
  }

  /** What a listener hears. */
  RegistryListener heardBy(RegistryListener listener) {
    return this == ANOTHERS_EVENT ? rumour(listener) : listener;
  }

  private static RegistryListener rumour(RegistryListener listener) {
    var told = new AtomicInteger();
    return event ->
        listener.happened(told.incrementAndGet() % SELDOM == 0 ? falsely(event) : event);
  }

  private static RegistryEvent falsely(RegistryEvent event) {
    String owner = event.owner().equals("tenant acme") ? "tenant globex" : "tenant acme";
    return event instanceof Unfolded unfolded ? new Unfolded(owner, unfolded.at()) : event;
  }
}
