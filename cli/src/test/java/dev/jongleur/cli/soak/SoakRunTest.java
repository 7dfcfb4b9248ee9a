package dev.jongleur.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.connector.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakRunTest {
  private static final SoakPlan PLAN = new SoakPlan(Storage.MEMORY, 5, 6, 40, 2, 100);
  private static final SoakPlan IN_TURN = new SoakPlan(Storage.H2, 5, 1, 4, 1, 4);

  private static final Request WELL_BEHAVED =
      new TenantRequest(tenant -> Settings.of("memory").with("database", tenant), ModelFiles.of(6));

  /** Holds what a planted leak should not hold. */
  private final List<Object> held = new CopyOnWriteArrayList<>();

  @AfterEach
  void close_what_was_held() {
    held.forEach(leaked -> {
      if (leaked instanceof DataSource source) {
        source.close();
      }
    });
  }

  @Test
  void nothing_is_left_behind_requests_that_disconnect() {
    SoakReport report = run(WELL_BEHAVED);
    assertThat(Leftovers.of(report)).isEmpty();
    assertThat(report.registry().dataSourcesOpened()).isEqualTo(40);
    assertThat(report.registry().tenantRegistriesPeak()).isBetween(1, 2);
    assertThat(report.samples()).hasSize(11);
  }

  @Test
  void a_data_source_that_stays_open_is_told() {
    Request leaking =
        (registry, tenant, number) -> {
          WELL_BEHAVED.perform(registry, tenant, number);
          held.add(open(registry, tenant));
        };
    assertThat(Leftovers.of(run(leaking)))
        .contains("tenant registries that should be gone: 5")
        .anyMatch(left -> left.startsWith("leases that should be gone: "));
  }

  @Test
  void a_data_source_that_was_forgotten_is_told() {
    Request forgetting =
        (registry, tenant, number) -> {
          if (tenant.equals("tenant_3")) {
            var _ = open(registry, tenant);
          }
        };
    SoakReport report = silently(() -> run(forgetting));
    assertThat(Leftovers.of(report)).containsExactly("data sources that nobody closed: 8");
  }

  @Test
  void a_heap_that_grows_is_told() {
    assertThat(Leftovers.of(run((registry, tenant, number) -> held.add(new byte[100_000]))))
        .anyMatch(left -> left.startsWith("live heap that should be gone: "));
  }

  @Test
  void a_row_of_another_tenant_is_told(@TempDir Path directory) {
    Settings same = Settings.of("h2").with("file", directory.resolve("one").toString());
    var mixed = new TenantRequest(tenant -> same, ModelFiles.of(1));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> new SoakRun(IN_TURN, mixed, Progress.SILENT).perform())
        .withMessage("warmup_1 sees a row of warmup_0 in Customer0.");
  }

  private static DataSource open(ModelRegistry registry, String tenant) {
    return registry.open(Settings.of("memory").with("database", tenant));
  }

  /** Without the warnings that the product gives of what was forgotten. */
  private static SoakReport silently(Supplier<SoakReport> run) {
    Logger logger = Logger.getLogger("dev.jongleur");
    logger.setLevel(Level.OFF);
    try {
      return run.get();
    } finally {
      logger.setLevel(null);
    }
  }

  private static SoakReport run(Request request) {
    return new SoakRun(PLAN, request, Progress.SILENT).perform();
  }
}
