package dev.jongleur.cli.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.cli.frame.CommandFailure;
import dev.jongleur.cli.frame.Storage;
import dev.jongleur.cli.measure.Progress;
import dev.jongleur.cli.soak.load.Load;
import dev.jongleur.cli.soak.load.Manner;
import dev.jongleur.cli.soak.load.ModelFiles;
import dev.jongleur.cli.soak.load.Request;
import dev.jongleur.cli.soak.load.Switching;
import dev.jongleur.cli.soak.load.Tenantry;
import dev.jongleur.cli.soak.load.Work;
import dev.jongleur.connector.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoakRunTest {
  private static final int TENANTS = 5;
  private static final long MILLION = 1_000_000;

  private static final Work WORK = new Work(SoakRunTest::settings, ModelFiles.of(6));

  private static final Request WELL_BEHAVED =
      (registry, tenant, number) -> {
        try (DataSource source = open(registry, tenant)) {
          WORK.on(source, tenant, number);
        }
      };

  private static final Request NOTHING = (registry, tenant, number) -> {};

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
    SoakReport report = run(tenants -> Switching.disconnecting(tenants, WORK));
    assertThat(Leftovers.of(report)).isEmpty();
    assertThat(report.registry().dataSourcesOpened()).isEqualTo(40);
    assertThat(report.registry().forgotten()).isZero();
    assertThat(report.registry().tenantRegistriesPeak()).isBetween(1, 2);
    assertThat(report.measured().stretches().samples()).hasSize(25);
  }

  @Test
  void nothing_is_left_behind_requests_that_forget() {
    SoakReport report = silently(() -> run(tenants -> Switching.forgetting(tenants, WORK)));
    assertThat(Leftovers.of(report)).isEmpty();
    assertThat(report.registry().forgotten()).isEqualTo(40);
    assertThat(report.registry().tenantRegistriesPeak()).isBetween(1, TENANTS);
  }

  @Test
  void nothing_is_left_behind_requests_that_overlap() {
    SoakReport report = run(tenants -> Switching.overlapping(tenants, WORK));
    assertThat(Leftovers.of(report)).isEmpty();
    assertThat(report.registry().dataSourcesOpened()).isEqualTo(TENANTS + 40);
    assertThat(report.registry().tenantRegistriesPeak()).isEqualTo(TENANTS);
  }

  @Test
  void a_run_may_last_for_a_time() {
    SoakReport report =
        run(
            new Extent.Lasting(Duration.ofMillis(200)),
            of((registry, tenant, number) -> open(registry, tenant).close()));
    assertThat(report.switches()).isEqualTo(report.registry().dataSourcesOpened()).isPositive();
  }

  @Test
  void a_data_source_that_stays_open_is_told() {
    Request leaking =
        (registry, tenant, number) -> {
          WELL_BEHAVED.perform(registry, tenant, number);
          held.add(open(registry, tenant));
        };
    assertThat(Leftovers.of(run(of(leaking))))
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
    SoakReport report = silently(() -> run(of(forgetting)));
    assertThat(Leftovers.of(report)).containsExactly("data sources that nobody closed: 8");
  }

  @Test
  void a_heap_that_grows_is_told() {
    assertThat(Leftovers.of(run(of((registry, tenant, number) -> held.add(new byte[100_000])))))
        .anyMatch(left -> left.startsWith("live heap that should be gone: "));
  }

  @Test
  void a_byte_a_switch_is_told_after_a_million() {
    Request leaking =
        (registry, tenant, number) -> {
          if (number % 10_000 == 0) {
            held.add(new byte[10_000]);
          }
        };
    SoakReport report = run(new Extent.Switches(MILLION), of(leaking));
    assertThat(report.heap().low()).isBetween(0.5, 1.1);
    assertThat(Leftovers.of(report))
        .anyMatch(left -> left.startsWith("live heap that should be gone: "));
  }

  @Test
  void nothing_is_told_of_a_million_that_leave_nothing() {
    SoakReport report = run(new Extent.Switches(MILLION), of(NOTHING));
    assertThat(report.switches()).isEqualTo(MILLION);
    assertThat(Leftovers.of(report)).isEmpty();
  }

  @Test
  void a_row_of_another_tenant_is_told(@TempDir Path directory) {
    Settings same = Settings.of("h2").with("file", directory.resolve("one").toString());
    var mixed = new Work(tenant -> same, ModelFiles.of(1));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> run(tenants -> Switching.disconnecting(tenants, mixed)))
        .withMessageMatching("warmup_\\d sees a row of warmup_\\d in Customer0\\.");
  }

  private static Function<Tenantry, Load> of(Request request) {
    return tenants -> Switching.of(tenants, request);
  }

  private static DataSource open(ModelRegistry registry, String tenant) {
    return registry.open(settings(tenant));
  }

  private static Settings settings(String tenant) {
    return Settings.of("memory").with("database", tenant);
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

  private static SoakReport run(Function<Tenantry, Load> load) {
    return run(new Extent.Switches(40), load);
  }

  private static SoakReport run(Extent extent, Function<Tenantry, Load> load) {
    var plan = new SoakPlan(Storage.MEMORY, Manner.DISCONNECT, TENANTS, 6, extent, 2, 100, 3);
    Function<String, Load> loads = prefix -> load.apply(new Tenantry(prefix, TENANTS));
    return new SoakRun(plan, loads, Progress.SILENT).perform();
  }
}
