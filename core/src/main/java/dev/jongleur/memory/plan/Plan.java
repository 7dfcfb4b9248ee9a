package dev.jongleur.memory.plan;

/**
 * How one question is answered. Immutable.
 *
 * @param order how the rows come
 * @param isExact whether all rows that it leads to match
 */
record Plan(Access access, Coming order, boolean isExact) {
  /** In what order rows come from an access, seen from the order that is asked for. */
  enum Coming {
    IN_ORDER,
    IN_REVERSE,
    TO_BE_SORTED
  }

  boolean isSorted() {
    return order != Coming.TO_BE_SORTED;
  }
}
