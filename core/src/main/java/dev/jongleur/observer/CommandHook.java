package dev.jongleur.observer;

/** A moment around a command to the backend at which its observers are called (F-367). */
public enum CommandHook {
  /** Before it is sent: who throws keeps it from being sent. */
  BEFORE_EXECUTE("before execute"),

  /** It was carried out, or answered before it was sent. */
  AFTER_EXECUTE("after execute");

  private final String label;

  CommandHook(String label) {
    this.label = label;
  }

  /** LoopBack's name. */
  public String label() {
    return label;
  }
}
