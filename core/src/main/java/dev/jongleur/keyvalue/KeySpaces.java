package dev.jongleur.keyvalue;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The key spaces of one partition by model, and how many stores are open on them. */
final class KeySpaces {
  private final Map<String, KeySpace> byModel = new ConcurrentHashMap<>();
  private final LongSupplier numbers;
  private final Dues dues;
  private final Room room;
  private final Runnable whenEmptied;
  private int open;

  KeySpaces(LongSupplier numbers, Dues dues, Room room, Runnable whenEmptied) {
    this.numbers = numbers;
    this.dues = dues;
    this.room = room;
    this.whenEmptied = whenEmptied;
  }

  /** Counts a store in; under the connector's care for this partition. */
  KeySpaces opened() {
    open++;
    return this;
  }

  /** Counts a store out; under the connector's care for this partition. */
  KeySpaces closed() {
    open--;
    return this;
  }

  /** Whether there is nothing to keep, and nobody who might bring something. */
  boolean isForgettable() {
    return open == 0 && !isUsed();
  }

  boolean isUsed() {
    return byModel.values().stream().anyMatch(space -> !space.isEmpty());
  }

  Optional<KeySpace> find(String model) {
    return Optional.ofNullable(byModel.get(model));
  }

  KeySpace make(String model) {
    return byModel.computeIfAbsent(
        model, _ -> new KeySpace(numbers.getAsLong(), dues, room, whenEmptied));
  }

  void clear() {
    byModel.values().forEach(KeySpace::deleteAll);
  }
}
