package dev.jongleur.bench;

import static dev.jongleur.definition.PropertyOption.hashIndex;
import static dev.jongleur.definition.PropertyOption.index;
import static dev.jongleur.definition.ScalarType.STRING;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Many rows that are found by a text each, with an index of either kind on it. */
@State(Scope.Benchmark)
public class Tokens {
  static final int ROWS = 100_000;

  private final Random random = new Random(20260101);
  private final List<String> texts = new ArrayList<>(ROWS);
  private final DataSource db = DataSource.open("memory");
  final Model ordered = db.define("Ordered", t -> t.property("token", STRING, index()));
  final Model hashed = db.define("Hashed", t -> t.property("token", STRING, hashIndex()));

  @Setup(Level.Trial)
  public void fill() {
    for (int i = 0; i < ROWS; i++) {
      texts.add(new UUID(random.nextLong(), random.nextLong()).toString());
    }
    List<Map<String, String>> rows = texts.stream().map(text -> Map.of("token", text)).toList();
    var _ = ordered.createAll(rows);
    var _ = hashed.createAll(rows);
  }

  @TearDown(Level.Trial)
  public void close() {
    db.close();
  }

  String token() {
    return texts.get(random.nextInt(ROWS));
  }
}
