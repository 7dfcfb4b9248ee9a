package dev.jongleur.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.entity.Entity;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The benchmarks do what they say: figures of something else would be worth nothing. */
class BenchmarksTest {
  private final Reading reading = new Reading();
  private final Writing writing = new Writing();

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
  void writing_stores_valid_rows_that_are_there_afterwards() {
    var rows = new Observed();
    try {
      rows.make();
      rows.observe();
      rows.fill();
      Entity created = writing.createObserved(rows);
      assertThat(rows.people.findById(created.id())).contains(created);
      assertThat(rows.people.count()).isEqualTo(People.ROWS + 1);
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
