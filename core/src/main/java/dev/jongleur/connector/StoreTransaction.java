package dev.jongleur.connector;

import dev.jongleur.error.TransactionException;

/**
 * A store as one transaction sees it: what it changes is seen by itself alone until {@link
 * #commit}, then by everybody at once. It ends with the first of {@code commit}, {@code rollback}
 * and {@code close}.
 *
 * <p>Whoever hands it out sees to it that one thread uses it at a time, and nobody after its end.
 */
public interface StoreTransaction extends Store {
  /**
   * Makes everything visible, or nothing; either way it has ended.
   *
   * @throws TransactionException of the code {@code TRANSACTION_CONFLICT} when another changed the
   *     same rows and was first: nothing was stored, and trying the whole again may succeed
   * @throws dev.jongleur.error.DuplicateException when a unique key was taken meanwhile
   */
  void commit();

  /** Undoes everything. */
  void rollback();

  @Override
  default StoreTransaction begin(IsolationLevel level) {
    throw TransactionException.nested();
  }

  /** Undoes everything, unless it has ended. */
  @Override
  void close();
}
