package dev.jongleur.memory;

import dev.jongleur.connector.Partition;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The partitions that have rows in memory or are in use, and no others. Each has a lock of its own:
 * opening one may read a log, and giving it back may wait for the disk, which holds up whoever
 * wants the same one, and nobody else. Thread-safe.
 */
final class Partitions {
  private final Opening opening;
  private final Map<Partition, Place> places = new ConcurrentHashMap<>();

  /** Where the rows of a partition come from, and go. */
  interface Opening {
    Collections open(Partition partition);

    /** One store less is on it: whether its rows stay in memory. */
    boolean keeps(Partition partition, Collections collections);
  }

  Partitions(Opening opening) {
    this.opening = opening;
  }

  /** A partition's collections, for one more store. */
  Collections open(Partition partition) {
    return at(partition, Place::open);
  }

  /** For one store less. */
  void release(Partition partition, Collections collections) {
    Place place = places.get(partition);
    if (place != null) {
      place.release(collections);
    }
  }

  /**
   * Forgets a partition; nobody opens it before the end.
   *
   * @param elsewhere removes what is not in memory
   */
  void erase(Partition partition, Runnable elsewhere) {
    var _ = at(partition, place -> place.erase(elsewhere));
  }

  /** Does something at a place that nobody has left. */
  private <T> T at(Partition partition, Function<Place, Optional<T>> work) {
    Optional<T> done = Optional.empty();
    while (done.isEmpty()) {
      done = work.apply(places.computeIfAbsent(partition, Place::new));
    }
    return done.get();
  }

  boolean isUsed(Partition partition) {
    Place place = places.get(partition);
    return place != null && place.isUsed();
  }

  /** Those that have rows. */
  Stream<Partition> used() {
    return places.entrySet().stream()
        .filter(entry -> entry.getValue().isUsed())
        .map(Map.Entry::getKey);
  }

  void clear() {
    places.clear();
  }

  private final class Place {
    private final Partition partition;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Collections there;
    private boolean isLeft;

    Place(Partition partition) {
      this.partition = partition;
    }

    Optional<Collections> open() {
      return guarded(() -> {
        Collections opened = there == null ? opening.open(partition) : there;
        there = opened;
        return opened.opened();
      });
    }

    void release(Collections collections) {
      var _ =
          guarded(() -> {
            boolean isKept = there != collections;
            try {
              isKept = isKept || opening.keeps(partition, collections);
            } finally {
              there = isKept ? there : null;
            }
            return isKept;
          });
    }

    Optional<Boolean> erase(Runnable elsewhere) {
      return guarded(() -> {
        Collections erased = there;
        there = null;
        if (erased != null) {
          erased.erased();
        }
        elsewhere.run();
        return true;
      });
    }

    /** Alone here, unless it was left already; leaves it when nothing is there at the end. */
    private <T> Optional<T> guarded(Supplier<T> work) {
      lock.lock();
      try {
        return isLeft ? Optional.empty() : Optional.of(work.get());
      } finally {
        if (there == null) {
          isLeft = true;
          places.remove(partition, this);
        }
        lock.unlock();
      }
    }

    boolean isUsed() {
      Collections collections = there;
      return collections != null && collections.isUsed();
    }
  }
}
