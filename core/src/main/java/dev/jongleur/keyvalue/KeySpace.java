package dev.jongleur.keyvalue;

import dev.jongleur.connector.KeyPage;
import dev.jongleur.connector.TimeToLive;
import dev.jongleur.query.KeyPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one model in one partition, in their order. Readers never block; writers take turns.
 * Every key that expires is among the dues, every byte is counted, under the writers' lock.
 */
final class KeySpace {
  /** How many characters of keys one page looks at: a moment's work, whatever the pattern. */
  private static final int PAGE = 65_536;

  private final long number;
  private final Dues dues;
  private final Room room;
  private final Runnable whenEmptied;
  private final ConcurrentNavigableMap<String, Kept> keys = new ConcurrentSkipListMap<>();
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * A space without keys.
   *
   * @param number another one for each space, to tell dues of one moment apart
   * @param whenEmptied called when the last key was over
   */
  KeySpace(long number, Dues dues, Room room, Runnable whenEmptied) {
    this.number = number;
    this.dues = dues;
    this.room = room;
    this.whenEmptied = whenEmptied;
  }

  long number() {
    return number;
  }

  boolean isEmpty() {
    return keys.isEmpty();
  }

  Optional<Object> get(String key) {
    return present(key).map(Kept::value);
  }

  Optional<TimeToLive> ttl(String key) {
    return present(key).map(kept -> kept.left(dues.now()));
  }

  void set(String key, Object value, Instant until) {
    var fresh = new Kept(value, Weight.of(key, value), until);
    room.take(fresh.bytes());
    writing.lock();
    try {
      swap(key, keys.put(key, fresh), fresh);
    } finally {
      writing.unlock();
    }
  }

  boolean expire(String key, Duration ttl) {
    writing.lock();
    try {
      Optional<Kept> there = present(key);
      there.ifPresent(kept -> {
        Kept longer = kept.until(Kept.after(dues.now(), ttl));
        room.retake(longer.bytes());
        swap(key, keys.put(key, longer), longer);
      });
      return there.isPresent();
    } finally {
      writing.unlock();
    }
  }

  boolean delete(String key) {
    writing.lock();
    try {
      Kept there = keys.remove(key);
      swap(key, there, null);
      return there != null && !there.isOver(dues.now());
    } finally {
      writing.unlock();
    }
  }

  long deleteAll() {
    long count = 0;
    for (String key : keys.keySet()) {
      count += delete(key) ? 1 : 0;
    }
    return count;
  }

  KeyPage keys(KeyPattern pattern, String after) {
    String prefix = pattern.prefix();
    String from = after.compareTo(prefix) < 0 ? prefix : after;
    var found = new ArrayList<String>();
    Instant now = dues.now();
    int looked = 0;
    for (Map.Entry<String, Kept> entry : keys.tailMap(from, !from.equals(after)).entrySet()) {
      String key = entry.getKey();
      if (!key.startsWith(prefix)) {
        break;
      }
      if (!entry.getValue().isOver(now) && pattern.matches(key)) {
        found.add(key);
      }
      looked += key.length();
      if (looked >= PAGE) {
        return new KeyPage(found, key);
      }
    }
    return new KeyPage(found, KeyPage.END);
  }

  /** Removes a key whose time is over, unless it was set anew. */
  void removeIfOver(String key) {
    writing.lock();
    try {
      Kept kept = keys.get(key);
      if (kept != null && kept.isOver(dues.now())) {
        swap(key, keys.remove(key), null);
      }
    } finally {
      writing.unlock();
    }
    if (keys.isEmpty()) {
      whenEmptied.run();
    }
  }

  private Optional<Kept> present(String key) {
    Kept kept = keys.get(key);
    if (kept != null && kept.isOver(dues.now())) {
      removeIfOver(key);
      return Optional.empty();
    }
    return Optional.ofNullable(kept);
  }

  /** Under the lock: gives back what was there, and notes when what is there now is over. */
  private void swap(String key, @Nullable Kept before, @Nullable Kept now) {
    if (before != null) {
      room.give(before.bytes());
      if (before.expires()) {
        dues.remove(new Due(before.until(), this, key));
      }
    }
    if (now != null && now.expires()) {
      dues.add(new Due(now.until(), this, key));
    }
  }
}
