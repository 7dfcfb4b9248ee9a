package dev.jongleur.memory.log;

/** A compaction was told to leave off; never leaves this package. */
final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StoppedException() {
    super("stopped");
  }
}
