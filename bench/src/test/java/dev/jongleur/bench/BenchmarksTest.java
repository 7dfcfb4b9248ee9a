package dev.jongleur.bench;

import static dev.jongleur.query.Filter.where;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.entity.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.infra.Blackhole;

/** The benchmarks do what they say: figures of something else would be worth nothing. */
class BenchmarksTest {
  private final Reading reading = new Reading();
  private final Writing writing = new Writing();
  private final Blackhole hole =
      new Blackhole(
          "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");

  @Test
  void reading_finds_the_rows_that_are_meant() {
    var rows = new Filled();
    try {
      rows.fill();
      assertThat(rows.people.count()).isEqualTo(People.ROWS);
      assertThat(reading.findById(rows)).isPresent();
      List<Entity> team = reading.findByIndex(rows);
      assertThat(team)
          .hasSize(10)
          .allMatch(person -> person.get("team").equals(team.getFirst().get("team")));
      assertThat(reading.scan(rows))
          .hasSizeBetween(10, 100)
          .allMatch(person -> score(person) > 9_900);
      List<Entity> best = reading.orderAndLimit(rows);
      assertThat(best).hasSize(20);
      assertThat(rows.people.find()).allMatch(person -> score(person) <= score(best.getFirst()));
    } finally {
      rows.close();
    }
  }

  @Test
  void a_token_is_found_by_either_index() {
    var tokens = new Tokens();
    try {
      tokens.fill();
      assertThat(reading.findByText(tokens)).hasSize(1);
      assertThat(reading.findByHash(tokens)).hasSize(1);
      var any = where("token", "none");
      assertThat(tokens.ordered.explain(any).indexes()).containsExactly("token_index");
      assertThat(tokens.hashed.explain(any).steps())
          .containsExactly("0 rows of 1 keys of token_index");
    } finally {
      tokens.close();
    }
  }

  @Test
  void writing_stores_valid_rows_that_are_there_afterwards() {
    var rows = new Observed();
    try {
      rows.make();
      rows.observe();
      rows.fill();
      writing.createObserved(rows, hole);
      assertThat(rows.people.count()).isEqualTo(2 * People.ROWS);
      assertThat(rows.people.find()).allMatch(rows.people::isValid);
    } finally {
      rows.close();
    }
  }

  @Test
  void patching_changes_one_row() {
    var rows = new Filled();
    try {
      rows.fill();
      Entity patched = writing.patch(rows);
      assertThat(rows.people.findById(patched.id())).contains(patched);
      assertThat(rows.people.count()).isEqualTo(People.ROWS);
    } finally {
      rows.close();
    }
  }

  private static long score(Entity person) {
    return (long) person.get("score");
  }
}
