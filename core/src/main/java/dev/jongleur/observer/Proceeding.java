package dev.jongleur.observer;

import dev.jongleur.query.Options;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An operation that is about to be carried out. Belongs to one thread.
 *
 * @param <T> what it returns
 */
public final class Proceeding<T> {
  private final Operation<T> operation;
  private final Occasion occasion;
  private final Supplier<T> work;

  Proceeding(Operation<T> operation, Occasion occasion, Supplier<T> work) {
    this.operation = operation;
    this.occasion = occasion;
    this.work = work;
  }

  public Operation<T> operation() {
    return operation;
  }

  /** The model that the operation is on. */
  public String model() {
    return occasion.model();
  }

  /** Whose data it is; empty on a data source that belongs to no tenant. */
  public Optional<String> tenant() {
    return occasion.tenant();
  }

  /** What the caller said of the call. */
  public Options options() {
    return occasion.options();
  }

  /** Carries the operation out, anew each time it is called; fails as it fails. */
  public T proceed() {
    return work.get();
  }
}
