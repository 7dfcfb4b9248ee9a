package dev.jongleur.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Partition;
import dev.jongleur.connector.Settings;
import dev.jongleur.connector.Store;
import dev.jongleur.entity.Entity;
import dev.jongleur.query.Filter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DurabilityTest {
  private static final int ENOUGH = 300;

  @RegisterExtension final H2 h2 = new H2();
  @TempDir Path temp;

  @Test
  void every_row_that_was_acknowledged_survives_a_killed_process() throws Exception {
    Process writer = startWriter();
    List<String> acknowledged = new ArrayList<>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
      while (acknowledged.size() < ENOUGH) {
        acknowledged.add(lines.readLine());
      }
      assertThat(writer.toHandle().destroyForcibly()).isTrue();
      lines.lines().filter(line -> line.endsWith(".")).forEach(acknowledged::add);
    }
    assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    JdbcConnector connector = h2.open(Writer.settings(temp.toString()));
    List<String> found = new ArrayList<>();
    for (Partition tenant : List.of(H2.ACME, H2.ZEN)) {
      for (Entity row : connector.store(tenant).find(Models.person(), Filter.all())) {
        found.add(row.get("name") + ".");
        assertThat(row.get("name")).asString().startsWith(tenant.name());
      }
    }
    assertThat(found).containsAll(acknowledged);
    assertThat(found.size() - acknowledged.size()).isLessThanOrEqualTo(1);
  }

  private Process startWriter() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new ProcessBuilder(java, "-cp", classes, Writer.class.getName(), temp.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Stores rows for two tenants and says of each when it is stored, until it is killed. */
  static final class Writer {
    private Writer() {}

    static Settings settings(String directory) {
      return Settings.of("h2").with("directory", directory).with("wait", 20_000);
    }

    public static void main(String[] arguments) {
      var connector = new JdbcProvider().open(settings(arguments[0]), new TestEnvironment());
      var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
      for (int i = 0; ; i++) {
        Partition tenant = i % 2 == 0 ? H2.ACME : H2.ZEN;
        Store store = connector.store(tenant);
        H2.put(store, Models.person(), Map.of("name", tenant.name() + i));
        out.println(tenant.name() + i + ".");
      }
    }
  }
}
