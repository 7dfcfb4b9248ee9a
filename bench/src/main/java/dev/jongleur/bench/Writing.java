package dev.jongleur.bench;

import dev.jongleur.entity.Entity;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.infra.Blackhole;

/** Storing rows, with validation. */
public class Writing {
  /** As many rows as there are, one by one. */
  @Benchmark
  @OperationsPerInvocation(People.ROWS)
  public void create(Growing rows, Blackhole hole) {
    for (int i = 0; i < People.ROWS; i++) {
      hole.consume(rows.people.create(rows.person()));
    }
  }

  /** With an observer before and one after, neither of which does anything. */
  @Benchmark
  @OperationsPerInvocation(People.ROWS)
  public void createObserved(Observed rows, Blackhole hole) {
    create(rows, hole);
  }

  @Benchmark
  public Entity patch(Filled rows) {
    int number = rows.number();
    return rows.people.patch(1L + number, Map.of("age", (long) (18 + number % 50)));
  }
}
