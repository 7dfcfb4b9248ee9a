package dev.jongleur.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.error.QueryException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The frame finds what is planted. */
class FuzzingTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
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
          while (THREADS.getCurrentThreadCpuTime() < 1_500_000_000L) {
            Thread.onSpinWait();
          }
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> Fuzzing.of("a plant", random -> "x", planted).run(WHILE))
        .withMessageContaining("ms of work");
  }

  /** It grows with the time, however many inputs that is. */
  @Test
  void what_keeps_memory_is_found() {
    var kept = new ArrayList<byte[]>();
    long begin = System.nanoTime();
    Consumer<String> planted =
        text -> {
          long millis = (System.nanoTime() - begin) / 1_000_000;
          while (kept.size() < millis / 4) {
            kept.add(new byte[96 * 1024]);
          }
        };
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> fuzz(planted, Duration.ofSeconds(3)))
        .withMessageContaining("more in the heap");
  }
}
