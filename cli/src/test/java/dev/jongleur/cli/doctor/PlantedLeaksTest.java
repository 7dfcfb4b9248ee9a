package dev.jongleur.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What leaks in another JVM is found, and what does not is left alone. */
class PlantedLeaksTest {
  @TempDir Path directory;

  @Test
  void a_healthy_program_gives_no_finding() throws IOException {
    try (var program = Program.start(Planted.class, "HEALTHY")) {
      Visit visit = Visit.doctor("--pid", program.pid());
      assertThat(visit.err()).isEmpty();
      assertThat(visit.out())
          .contains("Nothing looks like a leak.")
          .containsPattern("tenants +2 +.* bytes  2 unfolded")
          .containsPattern("data sources +21 ");
      assertThat(visit.code()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "HEALTHY")
  void a_leak_is_found_with_its_holder_and_its_bytes(Planted planted) throws IOException {
    Map<String, Object> finding = onlyFinding(planted.name());
    assertThat(finding)
        .containsEntry("kind", planted.kind())
        .containsEntry("heldBy", planted.holder());
    assertThat((Long) finding.get("retainedBytes")).isPositive();
  }

  @Test
  void a_released_tenant_is_named_and_the_way_to_it_told() throws IOException {
    Map<String, Object> finding = onlyFinding("RELEASED");
    assertThat(finding).containsEntry("count", 1L).containsEntry("names", List.of("bistro"));
    assertThat(finding)
        .extractingByKey("path", map(String.class, Object.class))
        .extractingByKey("steps", list(Map.class))
        .extracting(step -> step.get("class") + " " + step.get("field") + " " + step.get("holder"))
        .startsWith(Planted.class.getName() + " tenants true")
        .contains("java.util.HashMap table false")
        .endsWith("dev.jongleur.Tenant life false");
  }

  @Test
  void what_forgotten_data_sources_keep_open_counts_as_theirs() throws IOException {
    Map<String, Object> finding = onlyFinding("FORGOTTEN");
    assertThat(finding).containsEntry("count", 5L);
    // Each has a row of 10,000 letters in a connector that the registry holds, too.
    assertThat((Long) finding.get("retainedBytes")).isBetween(50_000L, 100_000L);
  }

  private Map<String, Object> onlyFinding(String plant) throws IOException {
    Path json = directory.resolve("diagnosis.json");
    try (var program = Program.start(Planted.class, plant)) {
      Visit visit = Visit.doctor("--pid", program.pid(), "--json", json);
      assertThat(visit.err()).isEmpty();
      assertThat(visit.code()).isEqualTo(1);
    }
    List<Map<String, Object>> findings = findings(json);
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> findings(Path json) throws IOException {
    Object diagnosis = JsonReader.BODY.read(Files.readString(json));
    return diagnosis instanceof Map<?, ?> map && map.get("findings") instanceof List<?> findings
        ? (List<Map<String, Object>>) findings
        : List.of();
  }
}
