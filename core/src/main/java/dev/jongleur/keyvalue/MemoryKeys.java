package dev.jongleur.keyvalue;

import dev.jongleur.connector.KeyPage;
import dev.jongleur.connector.KeyValueStore;
import dev.jongleur.connector.Partition;
import dev.jongleur.connector.TimeToLive;
import dev.jongleur.error.ClosedException;
import dev.jongleur.query.KeyPattern;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store on one partition's key spaces. */
final class MemoryKeys implements KeyValueStore {
  private final KeyValueConnector connector;
  private final Partition partition;
  private final KeySpaces spaces;
  private final AtomicBoolean closed = new AtomicBoolean();

  MemoryKeys(KeyValueConnector connector, Partition partition, KeySpaces spaces) {
    this.connector = connector;
    this.partition = partition;
    this.spaces = spaces;
  }

  @Override
  public Optional<Object> get(String space, String key) {
    return find(space).flatMap(keys -> keys.get(key));
  }

  @Override
  public void set(String space, String key, Object value) {
    set(space, key, value, Kept.FOREVER);
  }

  @Override
  public void set(String space, String key, Object value, Duration ttl) {
    set(space, key, value, Kept.after(connector.now(), ttl));
  }

  @Override
  public boolean expire(String space, String key, Duration ttl) {
    return find(space).map(keys -> keys.expire(key, ttl)).orElse(false);
  }

  @Override
  public Optional<TimeToLive> ttl(String space, String key) {
    return find(space).flatMap(keys -> keys.ttl(key));
  }

  @Override
  public KeyPage keys(String space, KeyPattern pattern, String after) {
    return find(space)
        .map(keys -> keys.keys(pattern, after))
        .orElseGet(() -> new KeyPage(java.util.List.of(), KeyPage.END));
  }

  @Override
  public boolean delete(String space, String key) {
    return find(space).map(keys -> keys.delete(key)).orElse(false);
  }

  @Override
  public long deleteAll(String space) {
    return find(space).map(KeySpace::deleteAll).orElse(0L);
  }

  /** The data belongs to the connector and stays. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      connector.closed(partition);
    }
  }

  private void set(String space, String key, Object value, Instant until) {
    checkOpen();
    spaces.make(space).set(key, value, until);
  }

  private Optional<KeySpace> find(String space) {
    checkOpen();
    return spaces.find(space);
  }

  private void checkOpen() {
    connector.ping();
    if (closed.get()) {
      throw new ClosedException("The store is closed.");
    }
  }
}
