package dev.jongleur.operation.call;

import dev.jongleur.connector.Capability;
import dev.jongleur.connector.KeyPage;
import dev.jongleur.connector.KeyValue;
import dev.jongleur.connector.KeyValueStore;
import dev.jongleur.connector.TimeToLive;
import dev.jongleur.entity.KeyedValue;
import dev.jongleur.error.DataException;
import dev.jongleur.error.NotFoundException;
import dev.jongleur.error.UnsupportedException;
import dev.jongleur.query.KeyPattern;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the keys of one model (F-380 to F-386). Arguments are checked and values
 * frozen here; neither observers nor validations have a part in it. Belongs to one thread.
 */
public final class KeyedCall {
  /** The longest a key may be. */
  private static final int LONGEST = 8_192;

  private final String model;
  private final KeyValue store;

  private KeyedCall(String model, KeyValue store) {
    this.model = model;
    this.store = store;
  }

  /**
   * A call on the keys of a model.
   *
   * @throws UnsupportedException when the model keeps rows
   */
  public static KeyedCall of(Binding binding) {
    String name = binding.definition().name();
    if (binding.store() instanceof KeyValue keys) {
      return new KeyedCall(name, keys);
    }
    throw new UnsupportedException(
        "The model \""
            + name
            + "\" keeps rows on \""
            + binding.settings().connector()
            + "\": it has find and create, no keys to get or set.");
  }

  /**
   * Does nothing for a model that has rows.
   *
   * @throws UnsupportedException when it keeps values under keys
   */
  static void refuseRowsOf(Binding binding) {
    if (binding.connector().can(Capability.KEY_VALUE)) {
      throw KeyValueStore.noRows(binding.definition());
    }
  }

  public Optional<Object> get(String key) {
    return store.get(model, checked(key));
  }

  public void set(String key, @Nullable Object value) {
    store.set(model, checked(key), KeyedValue.freeze(value));
  }

  public void set(String key, @Nullable Object value, Duration ttl) {
    store.set(model, checked(key), KeyedValue.freeze(value), checked(ttl));
  }

  /**
   * Lets a key live so long from now.
   *
   * @throws NotFoundException when it is not there
   */
  public void expire(String key, Duration ttl) {
    if (!store.expire(model, checked(key), checked(ttl))) {
      throw missing();
    }
  }

  /**
   * How long a key will live.
   *
   * @throws NotFoundException when it is not there
   */
  public Optional<Duration> ttl(String key) {
    return store.ttl(model, checked(key)).map(TimeToLive::left).orElseThrow(this::missing);
  }

  public KeyPage keys(KeyPattern pattern, String after) {
    return store.keys(model, pattern, after);
  }

  public boolean delete(String key) {
    return store.delete(model, checked(key));
  }

  public long deleteAll() {
    return store.deleteAll(model);
  }

  private String checked(String key) {
    if (key.isEmpty() || key.length() > LONGEST) {
      throw new DataException(
          "A key of \"" + model + "\" has from 1 to " + LONGEST + " characters.");
    }
    return key;
  }

  private Duration checked(Duration ttl) {
    if (!ttl.isPositive()) {
      throw new DataException("The time to live of a key of \"" + model + "\" is positive.");
    }
    return ttl;
  }

  /** The key itself is not told: it may be a secret, as that of a session is. */
  private NotFoundException missing() {
    return new NotFoundException("There is no such key in \"" + model + "\".");
  }
}
