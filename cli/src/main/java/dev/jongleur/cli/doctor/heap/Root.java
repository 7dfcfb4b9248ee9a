package dev.jongleur.cli.doctor.heap;

/**
 * Where the garbage collector begins.
 *
 * @param thread the dump's number of the thread, for those that have one
 */
record Root(long id, Kind kind, int thread) {
  enum Kind {
    CLASS,
    THREAD,
    NATIVE,
    VIRTUAL_MACHINE,
    /** What a method that runs just now has at hand. */
    FRAME
  }

  boolean isInUse() {
    return kind == Kind.FRAME;
  }
}
