package dev.jongleur.proof.isolation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.connector.Settings;
import dev.jongleur.proof.Effort;
import dev.jongleur.proof.isolation.Street.Plan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Five tenants at once do what they like with the same ids, models and properties, and are
 * customised, folded, suspended, released and erased in between, while the blueprint changes: none
 * sees or changes anything of another.
 */
class IsolationTest {
  private static final long SEED = Long.getLong("proof.seed", 20_261_123L);
  private static final int FEW = 20_000;

  @Test
  void nobody_sees_or_changes_anything_of_another_in_memory() throws Exception {
    live(new Plan(SEED, 100_000 * Effort.factor(), Settings.of("memory"), Breach.NONE));
  }

  @Test
  void nobody_sees_or_changes_anything_of_another_in_files(@TempDir Path directory)
      throws Exception {
    Settings files = Settings.of("h2").with("directory", directory.toString());
    live(new Plan(SEED, 5_000 * Effort.factor(), files, Breach.NONE));
  }

  private static void live(Plan plan) throws Exception {
    long start = System.nanoTime();
    new Street(plan).live();
    System.out.printf("%s: no breach in %.1f s%n", plan, (System.nanoTime() - start) / 1e9);
  }

  @Test
  void without_a_breach_the_leaky_connector_passes() {
    assertThatCode(() -> new Street(planted(Settings.of("leaky"), Breach.NONE)).live())
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void a_planted_breach_is_found(Breach breach) {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() -> new Street(planted(Settings.of("memory"), breach)).live())
        .withMessageStartingWith("A breach")
        .withMessageContainingAll(
            List.of("seed " + SEED, "step", "after [").toArray(String[]::new));
  }

  private static Plan planted(Settings settings, Breach breach) {
    return new Plan(SEED, FEW, settings, breach);
  }
}
