package dev.jongleur.cli.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.error.StoreException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.Test;

class CrewTest {
  private final Failures failures = new Failures();

  @Test
  void every_visit_is_made_once() {
    var made = new ConcurrentSkipListSet<Long>();
    assertThat(new Crew(8, failures).make(Pace.of(500), (number, _) -> made.add(number)))
        .isEqualTo(500);
    assertThat(made).hasSize(500).first().isEqualTo(0L);
  }

  @Test
  void visits_that_fail_are_counted_by_their_sentence() {
    long made =
        new Crew(3, failures)
            .make(
                Pace.of(100),
                (number, _) -> {
                  if (number % 10 == 0) {
                    throw new CommandFailure("planted");
                  }
                });
    assertThat(made).isEqualTo(90);
    assertThat(failures.counts()).isEqualTo(Map.of("CommandFailure: planted", 10L));
    assertThat(failures.isOutOfMemory()).isFalse();
  }

  @Test
  void when_memory_runs_out_the_others_stop_too() {
    long made =
        new Crew(4, failures)
            .make(
                Pace.lasting(Duration.ofHours(1)),
                (number, _) -> {
                  if (number == 50) {
                    throw new StoreException("planted", new OutOfMemoryError("Java heap space"));
                  }
                });
    assertThat(made).isGreaterThanOrEqualTo(47);
    assertThat(failures.isOutOfMemory()).isTrue();
  }

  @Test
  void a_pace_by_time_ends() {
    assertThat(Pace.lasting(Duration.ZERO).next()).isEmpty();
  }
}
