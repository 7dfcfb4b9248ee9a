package dev.jongleur.keyvalue;

import dev.jongleur.error.CapacityException;

/** How much one partition keeps, out of what all may. Thread-safe. */
final class Room {
  private final Usage own;
  private final Usage together;
  private final Dues dues;

  Room(Usage own, Usage together, Dues dues) {
    this.own = own;
    this.together = together;
    this.dues = dues;
  }

  /**
   * Takes bytes; where there are none left, those of keys whose time is over are given back first.
   *
   * @throws CapacityException when there is no room for them
   */
  void take(long bytes) {
    if (!tryTake(bytes)) {
      dues.sweep();
      if (!tryTake(bytes)) {
        throw new CapacityException(
            "There is no room for a value of about "
                + bytes
                + " bytes: all may take "
                + together.most()
                + " (maxBytes), those of one tenant "
                + own.most()
                + " (maxBytesPerTenant).");
      }
    }
  }

  /** Takes what is given back in the same step. */
  void retake(long bytes) {
    own.give(-bytes);
    together.give(-bytes);
  }

  void give(long bytes) {
    own.give(bytes);
    together.give(bytes);
  }

  private boolean tryTake(long bytes) {
    if (!own.take(bytes)) {
      return false;
    }
    if (!together.take(bytes)) {
      own.give(bytes);
      return false;
    }
    return true;
  }
}
