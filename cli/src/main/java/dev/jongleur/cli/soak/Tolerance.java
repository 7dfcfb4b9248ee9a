package dev.jongleur.cli.soak;

/**
 * By how many bytes memory may grow though nothing is left behind: after any warm-up the JVM still
 * compiles, once, and keeps constants of the compiled code in the heap and profiles in the
 * metaspace (as much as there is code: H2 is large). In a short run nothing else is looked at, and
 * the heap is given more; in a long run the slope tells growth that never ends.
 */
record Tolerance(long heap, long metaspace) {
  private static final long KIBI = 1024;

  static Tolerance of(SoakPlan plan) {
    long shortRun = 1024 * KIBI;
    return switch (plan.storage()) {
      case MEMORY -> new Tolerance(plan.isLong() ? 32 * KIBI : shortRun, 256 * KIBI);
      case H2 -> new Tolerance(plan.isLong() ? 256 * KIBI : shortRun, 4096 * KIBI);
    };
  }
}
