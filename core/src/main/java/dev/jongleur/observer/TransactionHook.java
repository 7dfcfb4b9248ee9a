package dev.jongleur.observer;

/** A moment in the life of a transaction at which its observers are called (F-374). */
public enum TransactionHook {
  /** Before it commits: who throws keeps it from doing so, and it goes on. */
  BEFORE_COMMIT("before commit"),

  /** Everything is visible. */
  AFTER_COMMIT("after commit"),

  /** It could not be committed; nothing was stored. */
  AFTER_COMMIT_ERROR("after commit error"),

  /** Before everything is undone, which nobody can prevent. */
  BEFORE_ROLLBACK("before rollback"),

  /** Everything is undone. */
  AFTER_ROLLBACK("after rollback"),

  /** It failed as everything was being undone. */
  AFTER_ROLLBACK_ERROR("after rollback error"),

  /** Its time is over; it is about to be rolled back. */
  TIMEOUT("timeout");

  private final String label;

  TransactionHook(String label) {
    this.label = label;
  }

  /** LoopBack's name. */
  public String label() {
    return label;
  }
}
