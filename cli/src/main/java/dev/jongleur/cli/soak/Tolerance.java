package dev.jongleur.cli.soak;

import dev.jongleur.cli.frame.Storage;

/**
 * By how many bytes memory may grow over a run though nothing is left behind: after any warm-up the
 * JVM still compiles, once, and keeps constants of the compiled code in the heap and profiles in
 * the metaspace (as much as there is code: H2 is large). Growth that never ends is beyond them
 * sooner or later.
 */
record Tolerance(long heap, long metaspace) {
  /** What the heap may have grown by in any run, however short. */
  static final long MOST_HEAP = 1024 * 1024;

  private static final long KIBI = 1024;

  static Tolerance of(Storage storage) {
    return switch (storage) {
      case MEMORY -> new Tolerance(32 * KIBI, 256 * KIBI);
      case H2 -> new Tolerance(256 * KIBI, 4096 * KIBI);
    };
  }
}
