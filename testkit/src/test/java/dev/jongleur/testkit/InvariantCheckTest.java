package dev.jongleur.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Settings;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class InvariantCheckTest {
  private final ModelRegistry registry = new ModelRegistry();
  private final InvariantCheck check = new InvariantCheck(registry);

  @Test
  void a_data_source_left_open_fails_the_test() {
    try (DataSource left = registry.open(Settings.of("memory"))) {
      assertThatThrownBy(() -> check.check("it on " + left))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("leases are still open");
    }
    assertThatCode(() -> check.check("it")).doesNotThrowAnyException();
  }

  @Test
  void a_thread_left_running_fails_the_test() throws InterruptedException {
    var end = new CountDownLatch(1);
    Thread stray = Thread.ofPlatform().name("jongleur-stray").start(() -> waitFor(end));
    try {
      assertThatThrownBy(() -> check.check("it")).hasMessageContaining("jongleur-stray");
    } finally {
      end.countDown();
      stray.join();
    }
  }

  private static void waitFor(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
