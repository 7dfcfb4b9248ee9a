package dev.jongleur.bench;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A data source in memory with all rows, and numbers in random order to ask for. */
@State(Scope.Benchmark)
public class Filled {
  private static final int ORDER = 1 << 16;

  private final int[] numbers = new Random(20260101).ints(ORDER, 0, People.ROWS).toArray();
  private final DataSource db = DataSource.open("memory");
  final Model people = People.define(db);
  private int next;

  @Setup(Level.Trial)
  public void fill() {
    People.fill(people);
  }

  @TearDown(Level.Trial)
  public void close() {
    db.close();
  }

  /** From 0 to one less than there are rows. */
  int number() {
    return numbers[next++ & ORDER - 1];
  }
}
