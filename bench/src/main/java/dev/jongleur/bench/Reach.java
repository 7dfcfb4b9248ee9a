package dev.jongleur.bench;

import java.util.List;

/**
 * What a benchmark is to reach, and what the Node original does on one core with the same work.
 *
 * @param benchmark the method's name
 * @param unit what is counted
 * @param perSecond how many a second; 0: it is compared with another
 * @param original how many a second the original does; 0: not known
 */
record Reach(String benchmark, String unit, double perSecond, double original) {
  static final List<Reach> ALL =
      List.of(
          new Reach("findById", "finds by id", 2_000_000, 24),
          new Reach("findByIndex", "finds of 10 rows by an index", 200_000, 25),
          new Reach("findByText", "finds of 1 by text, ordered index", 0, 0),
          new Reach("findByHash", "the same by a hash index", 0, 0),
          new Reach("scan", "rows examined, two conditions", 20_000_000, 260_000),
          new Reach("orderAndLimit", "finds of the best 20, not indexed", 500, 23),
          new Reach("create", "creates with validation", 500_000, 23_000),
          new Reach("createObserved", "the same with two empty observers", 0, 0),
          new Reach("patch", "patches", 500_000, 33_000));
}
