package dev.jongleur.model;

import dev.jongleur.connector.IsolationLevel;
import dev.jongleur.connector.Store;
import dev.jongleur.error.DataException;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.query.Options;
import dev.jongleur.registry.OpenedStore;
import dev.jongleur.registry.Registry;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The transactions of one space that have not ended. Thread-safe; bounded by those. */
final class Transactions {
  private final String owner;
  private final Registry registry;
  private final Gate gate;
  private final Set<SpaceTransaction> active = ConcurrentHashMap.newKeySet(1);

  Transactions(String owner, Registry registry, Gate gate) {
    this.owner = owner;
    this.registry = registry;
    this.gate = gate;
  }

  /** Begins one; the space is in use until it ends. */
  SpaceTransaction begin(OpenedStore opened, Options options) {
    IsolationLevel level = level(options);
    Optional<Duration> timeout = timeout(options);
    gate.enter();
    try {
      Store outside = opened.store();
      SpaceTransaction begun = new SpaceTransaction(this, outside, outside.begin(level));
      registry.transactions(1);
      active.add(begun);
      timeout.ifPresent(begun::limit);
      return stillWanted(begun);
    } catch (RuntimeException | Error e) {
      gate.leave();
      throw e;
    }
  }

  /** One that begins while its owner goes is rolled back like those before it. */
  private SpaceTransaction stillWanted(SpaceTransaction begun) {
    if (!gate.isOpen()) {
      begun.overtake();
    }
    return begun;
  }

  AutoCloseable watch(Object holder, SpaceTransaction transaction) {
    String name = transaction.id() + " of " + owner;
    return registry.forgotten().watch(holder, Resource.TRANSACTION, name, transaction);
  }

  void ended(SpaceTransaction transaction) {
    active.remove(transaction);
    registry.transactions(-1);
    gate.leave();
  }

  /** Rolls all back: their owner goes. */
  void overtakeAll() {
    active.forEach(SpaceTransaction::overtake);
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
