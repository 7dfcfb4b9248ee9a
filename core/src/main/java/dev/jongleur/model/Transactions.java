package dev.jongleur.model;

import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Store;
import dev.jongleur.error.DataException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.query.Options;
import dev.jongleur.registry.Forgotten.Watch;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.Duration;
import java.util.Optional;

/** The transactions of one space that have not ended. Thread-safe; bounded by those. */
final class Transactions {
  private final String owner;
  private final Registry registry;
  private final InUse<SpaceTransaction> active;

  Transactions(String owner, Registry registry, Gate gate) {
    this.owner = owner;
    this.registry = registry;
    this.active = new InUse<>(gate, registry::transactions);
  }

  /** Begins one; the space is in use until it ends. */
  SpaceTransaction begin(OpenedStore opened, Options options) {
    IsolationLevel level = level(options);
    Optional<Duration> timeout = timeout(options);
    Store outside = opened.store();
    SpaceTransaction begun =
        active.begin(() -> new SpaceTransaction(this, outside, outside.begin(level)));
    timeout.ifPresent(begun::limit);
    return begun;
  }

  Watch watch(Object holder, SpaceTransaction transaction) {
    String name = transaction.id() + " of " + owner;
    return registry.forgotten().watch(holder, Resource.TRANSACTION, name, transaction);
  }

  void ended(SpaceTransaction transaction) {
    active.ended(transaction);
  }

  /** Rolls all back: their owner goes. */
  void overtakeAll() {
    active.overtakeAll();
  }

  private static IsolationLevel level(Options options) {
    return switch (options.values().get("isolationLevel")) {
      case null -> IsolationLevel.READ_COMMITTED;
      case IsolationLevel level -> level;
      case String label -> IsolationLevel.named(label);
      default -> throw new DataException("An isolation level is given by its name.");
    };
  }

  private static Optional<Duration> timeout(Options options) {
    return switch (options.values().get("timeout")) {
      case null -> Optional.empty();
      case Duration time when time.isPositive() -> Optional.of(time);
      case Number millis when millis.longValue() > 0 ->
          Optional.of(Duration.ofMillis(millis.longValue()));
      default -> throw new DataException("A timeout is a number of milliseconds above 0.");
    };
  }
}
