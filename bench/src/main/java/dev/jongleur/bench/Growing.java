package dev.jongleur.bench;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A data source in memory that begins each time with all rows, and takes as many more. */
@State(Scope.Benchmark)
public class Growing {
  private final DataSource db = DataSource.open("memory");
  private final List<Map<String, Object>> persons = new ArrayList<>();
  final Model people = People.define(db);
  private int next;

  @Setup(Level.Trial)
  public void make() {
    for (int number = 0; number < People.ROWS; number++) {
      persons.add(People.person(number));
    }
  }

  @Setup(Level.Invocation)
  public void fill() {
    db.automigrate();
    People.fill(people);
  }

  @TearDown(Level.Trial)
  public void close() {
    db.close();
  }

  Map<String, Object> person() {
    next = next + 1 == People.ROWS ? 0 : next + 1;
    return persons.get(next);
  }
}
