package dev.jongleur.bench;

import dev.jongleur.entity.Entity;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;

/** Storing rows, with validation. */
public class Writing {
  @Benchmark
  public Entity create(Growing rows) {
    return rows.people.create(rows.person());
  }

  /** With an observer before and one after, neither of which does anything. */
  @Benchmark
  public Entity createObserved(Observed rows) {
    return rows.people.create(rows.person());
  }

  @Benchmark
  public Entity patch(Filled rows) {
    int number = rows.number();
    return rows.people.patch(1L + number, Map.of("age", (long) (18 + number % 50)));
  }
}
