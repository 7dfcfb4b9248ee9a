package dev.jongleur.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakLineTest {
  private static final String[] NUMBERS = {
    "dataSourcesOpened",
    "tenantRegistriesPeak",
    "tenantRegistriesEnd",
    "leasesEnd",
    "liveHeapStart",
    "liveHeapEnd",
    "heapBytesPerSwitch",
    "heapBytesPerSwitchLow",
    "heapBytesPerSwitchHigh",
    "metaspaceBytesPerSwitch",
    "threadsStart",
    "threadsEnd",
    "seconds",
    "switchesPerSecond"
  };

  @Test
  void a_small_run_leaves_nothing_and_writes_its_numbers(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("soak.json");
    Ran ran =
        Ran.jongleur(
            "soak",
            "--tenants",
            "3",
            "--requests",
            "4",
            "--models",
            "5",
            "--json",
            file.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("12 data sources opened");
    assertThat(JsonReader.BODY.read(Files.readString(file)))
        .asInstanceOf(
            org.assertj.core.api.InstanceOfAssertFactories.map(String.class, Object.class))
        .containsKeys(NUMBERS)
        .containsAllEntriesOf(
            Map.of("dataSourcesOpened", 12L, "tenantRegistriesEnd", 0L, "leasesEnd", 0L));
  }
}
