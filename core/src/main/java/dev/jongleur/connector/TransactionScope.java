package dev.jongleur.connector;

/**
 * What the option {@code transaction} of a call holds: the way to the store as a transaction sees
 * it. Made by beginning a transaction, not by programs. Thread-safe.
 */
public interface TransactionScope {
  /** The name of the option (F-372). */
  String OPTION = "transaction";

  /** Whether the transaction was begun on this store. */
  boolean concerns(Store outside);

  /**
   * The store to use in the place of this one.
   *
   * @throws dev.jongleur.error.TransactionException when the transaction has ended, or was not
   *     begun on this store
   */
  Store in(Store outside, String model);
}
