package dev.jongleur.cli.soak.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChurningTest {
  private static final Tenantry FIVE = new Tenantry("tenant_", 5);
  private static final ModelFiles FILES = ModelFiles.of(4);

  @Test
  void every_step_is_taken_and_nothing_is_left(@TempDir Path directory) {
    for (Settings settings : List.of(Settings.of("memory"), in(directory))) {
      var churning = new Churning(FIVE, settings, FILES);
      LongStream.range(0, 1_000).forEach(churning::request);
      churning.settle();
      assertThat(churning.stats().tenantRegistries()).isLessThanOrEqualTo(1);
      churning.close();
      assertThat(churning.done()).containsKeys(steps()).containsKey("refused");
      assertThat(churning.complaints()).isEmpty();
      assertThat(churning.stats().tenantRegistries()).isZero();
      assertThat(churning.stats().leases()).isZero();
    }
  }

  @Test
  void many_at_once_see_nothing_of_each_other() {
    var churning = new Churning(FIVE, Settings.of("memory"), FILES);
    try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
      var all =
          IntStream.range(0, 8)
              .mapToObj(worker ->
                  workers.submit(() ->
                      LongStream.range(worker * 1_000L, worker * 1_000L + 1_000)
                          .forEach(churning::request)))
              .toList();
      assertThat(all).allSatisfy(worker -> worker.get());
    }
    churning.close();
    assertThat(churning.complaints()).isEmpty();
    assertThat(churning.stats().leases()).isZero();
  }

  @Test
  void where_all_are_refused_nothing_is_proved() {
    try (var churning = new Churning(FIVE, Settings.of("memory"), FILES)) {
      assertThat(churning.complaints()).containsExactly("tenants that could be worked with: 0");
    }
  }

  private static Settings in(Path directory) {
    return Settings.of("h2").with("directory", directory.toString());
  }

  private static String[] steps() {
    return Arrays.stream(Step.values()).map(Step::done).toArray(String[]::new);
  }
}
