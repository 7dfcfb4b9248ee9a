package dev.jongleur.connector;

import dev.jongleur.query.KeyPattern;
import java.time.Duration;
import java.util.Optional;

/**
 * The face of a store that keeps values under keys (F-380 to F-386), in spaces that know nothing of
 * each other: one for each model. Thread-safe and blocking; what is done to one key is atomic. Keys
 * are not empty, times to live positive, values immutable and of the kinds that {@link
 * dev.jongleur.entity.KeyedValue} names: they come back equal, kind included. A key whose time is
 * over is not there, for any of these.
 *
 * <p>Failures are {@link dev.jongleur.error.StoreException}, {@link
 * dev.jongleur.error.CapacityException} when there is no room for a value, and {@link
 * dev.jongleur.error.ClosedException}.
 */
public interface KeyValue {
  Optional<Object> get(String space, String key);

  /** Keeps a value until it is removed, in the place of the one that may be there. */
  void set(String space, String key, Object value);

  /** Keeps a value for so long, in the place of the one that may be there. */
  void set(String space, String key, Object value, Duration ttl);

  /**
   * Lets a key live so long from now.
   *
   * @return whether it is there
   */
  boolean expire(String space, String key, Duration ttl);

  /** How long a key will live, if it is there. */
  Optional<TimeToLive> ttl(String space, String key);

  /**
   * A part of the keys that fit a pattern, small enough to be read at once. A key that is there
   * from the first page to the last is on one of them; one that comes or goes meanwhile may be.
   *
   * @param after {@link KeyPage#BEGIN}, or where the page before ended
   */
  KeyPage keys(String space, KeyPattern pattern, String after);

  /**
   * @return whether it was there
   */
  boolean delete(String space, String key);

  /**
   * Removes the keys of a space that are there when it begins.
   *
   * @return how many there were
   */
  long deleteAll(String space);
}
