package dev.jongleur.definition;

import java.util.List;

/**
 * Where each property of a shape is, by name: one small table with open addressing, at most half
 * full, since there are more shapes than maps would be cheap for. Immutable.
 */
final class Slots {
  /** What a position in the table can tell. */
  static final int MOST = Short.MAX_VALUE;

  private final List<Property> slots;
  private final short[] table;

  Slots(List<Property> slots) {
    this.slots = slots;
    this.table = new short[Integer.highestOneBit(Math.max(1, slots.size() * 2 - 1)) * 2];
    for (int slot = 0; slot < slots.size(); slot++) {
      put(slot);
    }
  }

  private void put(int slot) {
    int at = start(slots.get(slot).name());
    while (table[at] != 0) {
      at = next(at);
    }
    table[at] = (short) (slot + 1);
  }

  /** The slot of a name, or -1. */
  int of(String name) {
    for (int at = start(name); table[at] != 0; at = next(at)) {
      int slot = table[at] - 1;
      if (slots.get(slot).name().equals(name)) {
        return slot;
      }
    }
    return -1;
  }

  private int start(String name) {
    int hash = name.hashCode();
    return (hash ^ hash >>> 16) & table.length - 1;
  }

  private int next(int at) {
    return at + 1 & table.length - 1;
  }
}
