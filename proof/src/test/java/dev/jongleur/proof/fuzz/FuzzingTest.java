package dev.jongleur.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.QueryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The frame finds what is planted. */
class FuzzingTest {
  private static final Duration WHILE = Duration.ofSeconds(5);

  private static void fuzz(Consumer<String> target, Duration time) {
    Fuzzing.ofText("a plant", random -> Json.text(random, List.of("boom", "x")), target).run(time);
  }

  @Test
  void a_typed_refusal_is_an_answer() {
    assertThatCode(() ->
            fuzz(
                text -> {
                  throw new QueryException("no");
                },
                Duration.ofMillis(200)))
        .doesNotThrowAnyException();
  }

  @Test
  void an_untyped_exception_is_found_and_made_small() {
    Consumer<String> planted =
        text -> {
          if (text.contains("boom")) {
            throw new IllegalStateException("planted");
          }
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> fuzz(planted, WHILE))
        .withMessageContaining("planted")
        .withMessageEndingWith("by: boom");
  }

  @Test
  void what_takes_too_long_is_found() {
    Consumer<String> planted =
        text -> {
          long begin = System.nanoTime();
          while (text.contains("boom") && System.nanoTime() - begin < 2_500_000_000L) {
            Thread.onSpinWait();
          }
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() ->
            Fuzzing.of("a plant", random -> Json.text(random, List.of("boom")), planted).run(WHILE))
        .withMessageContaining("ms of work");
  }

  @Test
  void what_keeps_memory_is_found() {
    var kept = new ArrayList<byte[]>();
    Consumer<String> planted =
        text -> kept.add(kept.size() < 4_000 ? new byte[16_384] : new byte[0]);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> slowly(planted))
        .withMessageContaining("more in the heap");
  }

  /** Evenly over the time, so that it grows in the later part too. */
  private static void slowly(Consumer<String> target) {
    fuzz(
        text -> {
          target.accept(text);
          pause();
        },
        Duration.ofSeconds(3));
  }

  private static void pause() {
    try {
      Thread.sleep(0, 200_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
