package dev.jongleur.memory;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One partition's collections by name, made when the first row is put into them, and how many
 * stores are open on them. One that was never written to costs nothing once nobody has it open.
 */
final class Collections {
  private final Map<String, Collection> byName = new ConcurrentHashMap<>();
  private int open;

  /** Counts a store in; under the connector's care for this partition. */
  Collections opened() {
    open++;
    return this;
  }

  /** Counts a store out, and tells whether there is anything to keep. */
  boolean closed() {
    open--;
    return open > 0 || !byName.isEmpty();
  }

  boolean isUsed() {
    return !byName.isEmpty();
  }

  Optional<Collection> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Collection make(String name) {
    return byName.computeIfAbsent(name, _ -> new Collection());
  }
}
