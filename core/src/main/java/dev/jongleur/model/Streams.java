package dev.jongleur.model;

import dev.jongleur.admission.Admission;
import dev.jongleur.event.RegistryEvent.Resource;
import dev.jongleur.operation.read.Pieces;
import dev.jongleur.registry.Forgotten.Watch;
import dev.jongleur.registry.Registry;
import java.util.function.Supplier;

/** The rows of one space that somebody reads piece by piece. Thread-safe; bounded by those. */
final class Streams {
  private final String owner;
  private final Registry registry;
  private final InUse<OpenRows> open;

  Streams(String owner, Registry registry, Gate gate) {
    this.owner = owner;
    this.registry = registry;
    this.open = new InUse<>(gate, registry::streams);
  }

  /** Opens rows; the space is in use until they are closed. */
  OpenRows open(Supplier<Pieces> opening, Admission admission) {
    return open.begin(() -> new OpenRows(this, opening.get(), admission));
  }

  Watch watch(Object holder, OpenRows rows, String model) {
    String name = "of " + model + " (" + owner + ")";
    return registry.forgotten().watch(holder, Resource.STREAM, name, rows);
  }

  void closed(OpenRows rows) {
    open.ended(rows);
  }

  /** Their owner goes. */
  void closeAll() {
    open.overtakeAll();
  }
}
