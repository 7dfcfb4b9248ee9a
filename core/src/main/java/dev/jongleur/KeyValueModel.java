package dev.jongleur;

import dev.jongleur.connector.KeyPage;
import dev.jongleur.entity.KeyedValue;
import dev.jongleur.operation.call.KeyedCall;
import dev.jongleur.query.KeyPattern;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A model on a key-value data source: values under keys, each for as long as it is to live (F-380
 * to F-386). A cheap handle, immutable and thread-safe; every method blocks. Keys of another model,
 * and of another tenant, are others. Neither observers nor validations have a part in it.
 *
 * <p>All methods raise {@link dev.jongleur.error.DataException} for a key that is empty or too
 * long, {@link dev.jongleur.error.UnsupportedException} when the model keeps rows, {@link
 * dev.jongleur.error.ClosedException} after its owner was closed, and what the store raises.
 */
public final class KeyValueModel {
  private final ModelSource source;

  KeyValueModel(ModelSource source) {
    this.source = source;
  }

  public String name() {
    return source.with(model -> model.definition().name());
  }

  /** The value under a key; immutable, of the kind that it was set as. */
  public Optional<Object> get(String key) {
    return call(keys -> keys.get(key));
  }

  /**
   * The value under a key as a type: a number as another kind of number where it is exactly that, a
   * map as a record.
   *
   * @throws dev.jongleur.error.DataException when it is not
   */
  public <T> Optional<T> get(String key, Class<T> type) {
    return get(key).map(value -> KeyedValue.as(type, value));
  }

  /**
   * Keeps a value until it is removed; a time to live that the key had is over.
   *
   * @param value see {@link KeyedValue#freeze}; a later change of it changes nothing here
   * @throws dev.jongleur.error.DataException when it cannot be kept; what was there stays
   * @throws dev.jongleur.error.CapacityException when there is no room; what was there stays
   */
  public void set(String key, Object value) {
    run(keys -> keys.set(key, value));
  }

  /**
   * Keeps a value for so long, and no longer.
   *
   * @throws dev.jongleur.error.DataException also when the time is not positive
   */
  public void set(String key, Object value, Duration ttl) {
    run(keys -> keys.set(key, value, ttl));
  }

  /**
   * Lets a key live so long from now.
   *
   * @throws dev.jongleur.error.NotFoundException when it is not there
   */
  public void expire(String key, Duration ttl) {
    run(keys -> keys.expire(key, ttl));
  }

  /**
   * How long a key has still to live; empty when it stays until it is removed.
   *
   * @throws dev.jongleur.error.NotFoundException when it is not there
   */
  public Optional<Duration> ttl(String key) {
    return call(keys -> keys.ttl(key));
  }

  /** All keys; see {@link #keys(String)}. */
  public Stream<String> keys() {
    return keys(KeyPattern.ALL);
  }

  /**
   * The keys that fit a pattern, see {@link KeyPattern}: {@code user:*}, {@code log/202?/[a-c]*}.
   * Read as the stream goes on, a part at a time, so that any number of them takes little memory.
   * Between two parts nothing is held open, and others may add and remove keys: such a key may come
   * or not, all others come.
   *
   * @throws dev.jongleur.error.QueryException when the pattern is too long
   */
  public Stream<String> keys(String pattern) {
    return keys(KeyPattern.of(pattern));
  }

  private Stream<String> keys(KeyPattern pattern) {
    return Stream.iterate(
            Optional.of(page(pattern, KeyPage.BEGIN)),
            Optional::isPresent,
            last -> last.filter(page -> !page.isLast()).map(page -> page(pattern, page.next())))
        .flatMap(page -> page.orElseThrow().keys().stream());
  }

  private KeyPage page(KeyPattern pattern, String after) {
    return call(keys -> keys.keys(pattern, after));
  }

  /** Removes a key, if it is there; whether it was. */
  public boolean delete(String key) {
    return call(keys -> keys.delete(key));
  }

  /** Removes all keys of this model; how many there were. */
  public long deleteAll() {
    return call(KeyedCall::deleteAll);
  }

  /** Sees that the model has keys. */
  void check() {
    var _ = source.with(model -> KeyedCall.of(model));
  }

  private void run(java.util.function.Consumer<KeyedCall> work) {
    var _ =
        call(keys -> {
          work.accept(keys);
          return keys;
        });
  }

  private <T> T call(Function<KeyedCall, T> work) {
    return source.operate(model -> work.apply(KeyedCall.of(model)));
  }

  @Override
  public String toString() {
    return "KeyValueModel " + name();
  }
}
