package dev.jongleur.error;

/**
 * A transaction cannot go on, or not so. What it did is undone, except where the code is {@code
 * TRANSACTION_ELSEWHERE} or {@code TRANSACTION_NESTED}: then it is as it was.
 */
public final class TransactionException extends JongleurException {
  private static final long serialVersionUID = 1L;

  private TransactionException(String code, int status, String message) {
    super(code, status, message);
  }

  /**
   * It was used after it had ended (F-372).
   *
   * @param how it ended: {@code committed}, {@code rolled back}
   */
  public static TransactionException ended(String id, String how) {
    return new TransactionException(
        "TRANSACTION_ENDED", 409, "The transaction " + id + " is not active: it was " + how + ".");
  }

  /** It took longer than it may, and was rolled back (F-373). */
  public static TransactionException timedOut(String id) {
    return new TransactionException(
        "TRANSACTION_TIMEOUT",
        409,
        "The transaction " + id + " took longer than it may, and was rolled back: begin again.");
  }

  /** Another one changed the same rows and was first; beginning again may succeed. */
  public static TransactionException conflict(String model) {
    return new TransactionException(
        "TRANSACTION_CONFLICT",
        409,
        "Another transaction changed the same rows of \"" + model + "\" and was first: try again.");
  }

  /** The model is of another data source or tenant, or of this one as it is by now. */
  public static TransactionException elsewhere(String model) {
    return new TransactionException(
        "TRANSACTION_ELSEWHERE",
        400,
        "The transaction was not begun where \""
            + model
            + "\" is stored: it can do nothing there.");
  }

  /** There are no transactions within transactions (F-376). */
  public static TransactionException nested() {
    return new TransactionException(
        "TRANSACTION_NESTED",
        400,
        "A transaction cannot begin within one of the same data source.");
  }
}
