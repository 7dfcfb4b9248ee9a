package dev.jongleur.model;

import dev.jongleur.admission.Admission;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.operation.Pieces;
import dev.jongleur.registry.Registry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The rows of one space that somebody reads piece by piece. Thread-safe; bounded by those. */
final class Streams {
  private final String owner;
  private final Registry registry;
  private final Gate gate;
  private final Set<OpenRows> open = ConcurrentHashMap.newKeySet(1);

  Streams(String owner, Registry registry, Gate gate) {
    this.owner = owner;
    this.registry = registry;
    this.gate = gate;
  }

  /** Opens rows; the space is in use until they are closed. */
  OpenRows open(Supplier<Pieces> opening, Admission admission) {
    gate.enter();
    try {
      OpenRows rows = new OpenRows(this, opening.get(), admission);
      registry.streams(1);
      open.add(rows);
      return stillWanted(rows);
    } catch (RuntimeException | Error e) {
      gate.leave();
      throw e;
    }
  }

  /** Those that open while their owner goes are closed like those before them. */
  private OpenRows stillWanted(OpenRows rows) {
    if (!gate.isOpen()) {
      rows.overtake();
    }
    return rows;
  }

  AutoCloseable watch(Object holder, OpenRows rows, String model) {
    String name = "of " + model + " (" + owner + ")";
    return registry.forgotten().watch(holder, Resource.STREAM, name, rows);
  }

  void closed(OpenRows rows) {
    open.remove(rows);
    registry.streams(-1);
    gate.leave();
  }

  /** Their owner goes. */
  void closeAll() {
    open.forEach(OpenRows::overtake);
  }
}
