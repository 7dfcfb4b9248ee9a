package dev.jongleur.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The cases that must pass by now, on every backend that is here. */
class ConformanceTest {
  private static final List<String> DUE =
      List.of(
          "querying",
          "random",
          "decided/operators",
          "decided/paging",
          "decided/like",
          "decided/matching",
          "decided/near",
          "decided/hidden",
          "decided/refusals",
          "decided/random");

  @Test
  void memory_answers_as_the_original_does() {
    check(Backend.memory());
  }

  @Test
  void h2_answers_as_the_original_does() {
    check(Backend.of("h2", () -> Settings.of("jdbc:h2:mem:" + UUID.randomUUID())));
  }

  private static void check(Backend backend) {
    List<Suite> due =
        Suite.bundled().stream().filter(suite -> DUE.stream().anyMatch(suite::isIn)).toList();
    Report report = Conformance.run(due, backend);
    assertThat(report.failures()).as(() -> report.tell(20)).isEmpty();
    assertThat(report.passed()).isGreaterThan(500);
  }
}
