package dev.jongleur;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tenants' handles by name: open addressing, at most half full, so that finding one touches a slot
 * and the handle, and nothing else: the name lies in the handle as numbers, and the model that is
 * asked for next does too.
 *
 * <p>Thread-safe. Writers take turns; readers take no lock and may miss for a moment what was just
 * put or moved: who misses one asks further, and finds the same. They never get another's, since
 * the name is compared. Bounded by the tenants that were asked for and not forgotten.
 */
final class Handles {
  private static final int LEAST = 16;

  private final ReentrantLock writing = new ReentrantLock();
  private int size;

  /** Its length is a power of two; a handle's fields that are read through it are final. */
  private volatile @Nullable Tenant[] table = new @Nullable Tenant[LEAST];

  @Nullable Tenant find(String name) {
    @Nullable Tenant[] slots = table;
    int hash = name.hashCode();
    for (int at = start(hash, slots); ; at = next(at, slots)) {
      Tenant there = slots[at];
      if (there == null || there.isNamed(name, hash)) {
        return there;
      }
    }
  }

  /** Puts a handle, in the place of another of its name. */
  void put(Tenant tenant) {
    writing.lock();
    try {
      if (2 * (size + 1) > table.length) {
        resize(2 * table.length);
      }
      size += place(tenant, table) ? 1 : 0;
    } finally {
      writing.unlock();
    }
  }

  /** Removes this very handle, if it is there. */
  void remove(Tenant tenant) {
    writing.lock();
    try {
      @Nullable Tenant[] slots = table;
      for (int at = start(tenant.hash(), slots); slots[at] != null; at = next(at, slots)) {
        if (slots[at] == tenant) {
          close(at, slots);
          size--;
          shrink();
          return;
        }
      }
    } finally {
      writing.unlock();
    }
  }

  /** Looks at all that are there when it begins. */
  void removeIf(Predicate<Tenant> unwanted) {
    writing.lock();
    try {
      Stream.of(table.clone()).filter(Objects::nonNull).filter(unwanted).forEach(this::remove);
    } finally {
      writing.unlock();
    }
  }

  /** Whether it takes a slot that was free. */
  private static boolean place(Tenant tenant, @Nullable Tenant[] slots) {
    int at = start(tenant.hash(), slots);
    Tenant there = slots[at];
    while (there != null && !there.isNamed(tenant.name(), tenant.hash())) {
      at = next(at, slots);
      there = slots[at];
    }
    slots[at] = tenant;
    return there == null;
  }

  /** Moves up what was placed behind because this slot was taken. */
  private static void close(int gap, @Nullable Tenant[] slots) {
    int free = gap;
    int at = next(gap, slots);
    for (Tenant there = slots[at]; there != null; there = slots[at]) {
      int wanted = start(there.hash(), slots);
      if (distance(wanted, at, slots) >= distance(free, at, slots)) {
        slots[free] = there;
        free = at;
      }
      at = next(at, slots);
    }
    slots[free] = null;
  }

  private void shrink() {
    if (table.length > LEAST && 8 * size < table.length) {
      resize(table.length / 2);
    }
  }

  private void resize(int length) {
    @Nullable Tenant[] wider = new @Nullable Tenant[length];
    for (Tenant there : table) {
      if (there != null) {
        var _ = place(there, wider);
      }
    }
    table = wider;
  }

  /** Spread by the golden ratio: names that are counted up have hashes that lie side by side. */
  private static int start(int hash, @Nullable Tenant[] slots) {
    return (hash * 0x9E3779B9) >>> (Integer.numberOfLeadingZeros(slots.length) + 1);
  }

  private static int next(int at, @Nullable Tenant[] slots) {
    return at + 1 & slots.length - 1;
  }

  /** How many steps lead from one slot to another. */
  private static int distance(int from, int to, @Nullable Tenant[] slots) {
    return to - from & slots.length - 1;
  }
}
