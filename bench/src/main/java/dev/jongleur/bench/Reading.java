package dev.jongleur.bench;

import static dev.jongleur.query.Filter.where;

import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.util.List;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** Asking for rows. */
public class Reading {
  private static final Filter TWO_CONDITIONS = where("score").gt(9_900).and("active").eq(true);
  private static final Filter BEST = Filter.all().order("score DESC").limit(20);

  @Benchmark
  public Optional<Entity> findById(Filled rows) {
    return rows.people.findById(1L + rows.number());
  }

  /** Ten rows each. */
  @Benchmark
  public List<Entity> findByIndex(Filled rows) {
    return rows.people.find(where("team", (long) (rows.number() % People.TEAMS)));
  }

  /** One row each. */
  @Benchmark
  public List<Entity> findByText(Tokens tokens) {
    return tokens.ordered.find(where("token", tokens.token()));
  }

  /** The same by a hash index. */
  @Benchmark
  public List<Entity> findByHash(Tokens tokens) {
    return tokens.hashed.find(where("token", tokens.token()));
  }

  /** Counted in rows that were looked at. */
  @Benchmark
  @OperationsPerInvocation(People.ROWS)
  public List<Entity> scan(Filled rows) {
    return rows.people.find(TWO_CONDITIONS);
  }

  @Benchmark
  public List<Entity> orderAndLimit(Filled rows) {
    return rows.people.find(BEST);
  }
}
