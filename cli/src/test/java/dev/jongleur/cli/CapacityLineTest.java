package dev.jongleur.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityLineTest {
  @TempDir Path directory;

  @Test
  void a_small_turnover_is_printed_and_written() throws IOException {
    Ran ran = run("--turnover --tenants 30 --models 2 --rows 5 --behind 3 --connector h2");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("30 tenants in turn on h2, each with 2 models and 5 rows");
    written()
        .containsAllEntriesOf(Map.of("tenants", 30L, "errors", 0L, "outOfMemory", false))
        .containsKeys("perSecondOfTenths", "lastToFirst", "peakLiveHeap", "databasesPeak");
  }

  @Test
  void a_small_crowd_is_printed_and_written() throws IOException {
    Ran ran = run("--crowd --tenants 6 --models 2 --called 3 --calls 40");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("6 tenants on memory, each with 2 models, 3 called at a time");
    written().containsEntry("calls", 40L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--turnover --crowd",
        "--turnover --tenants 0",
        "--turnover --rows 0",
        "--turnover --behind x",
        "--crowd --called 0",
        "--crowd --calls 9",
        "--crowd --minutes 0",
        "--crowd --minutes 1 --calls 100"
      })
  void what_cannot_be_meant_is_told_with_the_usage(String options) {
    Ran ran = run(options);
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("Usage: jongleur capacity");
  }

  private Ran run(String options) {
    String line = "capacity --json " + directory.resolve("capacity.json") + " " + options;
    return Ran.jongleur(line.strip().split(" "));
  }

  private MapAssert<String, Object> written() throws IOException {
    return assertThat(JsonReader.BODY.read(Files.readString(directory.resolve("capacity.json"))))
        .asInstanceOf(map(String.class, Object.class));
  }
}
