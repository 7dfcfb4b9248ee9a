package dev.jongleur.observer;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an observer of a transaction sees (F-374). For one thread. */
public final class TransactionContext {
  private final String id;
  private final TransactionHook hook;
  private final Map<String, Object> state;
  private final @Nullable Throwable failure;

  /**
   * @param id the transaction's
   */
  public TransactionContext(
      String id, TransactionHook hook, Map<String, Object> state, @Nullable Throwable failure) {
    this.id = id;
    this.hook = hook;
    this.state = state;
    this.failure = failure;
  }

  /** The id of the transaction. */
  public String id() {
    return id;
  }

  public TransactionHook hook() {
    return hook;
  }

  /** Shared by the observers of one commit or rollback, before and after it. */
  public Map<String, Object> state() {
    return state;
  }

  /** Why it could not be committed or undone, at the hooks of an error. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }
}
