package dev.jongleur.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Race;
import dev.jongleur.error.ClosedException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class GateTest {
  private final AtomicInteger closings = new AtomicInteger();
  private final Gate gate = new Gate("The house", closings::incrementAndGet);

  @Test
  void who_retires_an_empty_one_closes_it() {
    assertThat(gate.isOpen()).isTrue();
    assertThat(gate.retire()).isTrue();
    assertThat(gate.retire()).isFalse();
    assertThat(gate.isOpen()).isFalse();
    assertThat(closings).hasValue(1);
    assertThatExceptionOfType(ClosedException.class)
        .isThrownBy(gate::enter)
        .withMessage("The house is closed.");
    assertThat(closings).hasValue(1);
  }

  @Test
  void the_last_one_inside_closes_it() {
    gate.enter();
    gate.enter();
    assertThat(gate.retire()).isTrue();
    assertThat(gate.tryEnter()).isFalse();
    gate.leave();
    assertThat(closings).hasValue(0);
    assertThat(gate.closed()).isNotDone();
    gate.leave();
    assertThat(closings).hasValue(1);
    assertThat(gate.closed()).isCompleted();
    assertThat(gate.tryEnter()).isFalse();
    assertThat(closings).hasValue(1);
  }

  @Test
  void a_closing_that_fails_is_not_told_to_the_last_one_inside() {
    var failing =
        new Gate(
            "The house",
            () -> {
              throw new IllegalStateException("no");
            });
    failing.enter();
    assertThat(failing.retire()).isTrue();
    failing.leave();
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> failing.closed().join())
        .withMessageContaining("no");
  }

  @RepeatedTest(50)
  void however_many_come_and_go_it_is_closed_once_and_empty() throws Exception {
    var inside = new AtomicInteger();
    var seen = new AtomicBoolean();
    var raced =
        new Gate(
            "The house",
            () -> {
              closings.incrementAndGet();
              seen.set(inside.get() > 0);
            });
    var _ =
        Race.of(
            8,
            runner -> {
              for (int i = 0; i < 200; i++) {
                if (runner < 2 && i == 50 * runner) {
                  var _ = raced.retire();
                }
                if (raced.tryEnter()) {
                  inside.incrementAndGet();
                  inside.decrementAndGet();
                  raced.leave();
                }
              }
              return runner;
            });
    assertThat(closings).hasValue(1);
    assertThat(seen).isFalse();
    assertThat(raced.closed()).isCompleted();
  }
}
