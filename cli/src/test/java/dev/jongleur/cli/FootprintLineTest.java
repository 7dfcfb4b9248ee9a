package dev.jongleur.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import dev.jongleur.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FootprintLineTest {
  private static final String[] NUMBERS = {
    "bytesPerIdleTenant",
    "bytesPerCustomisedTenant",
    "bytesPerActiveTenant",
    "resolveNanos",
    "mapGetNanos",
    "resolveBytesAllocated",
    "definesPerSecond",
    "classesLoaded",
    "threads"
  };

  @Test
  void a_small_measurement_is_printed_and_written(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("footprint.json");
    Ran ran =
        Ran.jongleur(
            "footprint",
            "--tenants",
            "300",
            "--models",
            "4",
            "--customised",
            "0.5",
            "--json",
            file.toString());
    assertThat(ran.err()).isEmpty();
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("300 tenants with 4 models each, 150 of them customised", "an idle tenant");
    assertThat(JsonReader.BODY.read(Files.readString(file)))
        .asInstanceOf(map(String.class, Object.class))
        .containsKeys(NUMBERS)
        .containsAllEntriesOf(Map.of("tenants", 300L, "models", 4L, "customised", 150L));
  }
}
