package dev.jongleur.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.observer.Hook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a tenant is gone, nothing that can be reached in the heap is its own. */
class ReleasedTenantTest {
  private static final Stay GLOBEX = new Stay(1);
  private static final Stay BEFORE = new Stay(2);
  private static final Stay ACME = new Stay(3);
  private static final Stay AFTER = new Stay(4);

  /** Where somebody forgets a tenant that has gone. */
  private static final List<Tenant> FORGOTTEN = new ArrayList<>();

  @TempDir Path temp;
  private int dumps;

  @Test
  void of_one_that_was_erased_in_memory() throws Exception {
    nothingIsLeft(Settings.of("memory"), tenant -> tenant.erase(tenant.name()));
  }

  @Test
  void of_one_that_was_released_and_has_a_database_of_its_own() throws Exception {
    nothingIsLeft(database(), Tenant::release);
  }

  @Test
  void of_one_that_was_erased_in_a_database_for_each() throws Exception {
    nothingIsLeft(database(), tenant -> tenant.erase(tenant.name()));
  }

  /** The walk sees what is forgotten, and where. */
  @Test
  void what_a_program_forgets_is_found() throws Exception {
    try (Jongleur jongleur = Stay.application(Settings.of("memory"))) {
      Tenant globex = GLOBEX.begin(jongleur);
      ACME.comeAndGo(
          jongleur,
          tenant -> {
            FORGOTTEN.add(tenant);
            tenant.erase(tenant.name());
          });
      AFTER.comeAndGo(
          jongleur,
          tenant -> {
            var _ = globex.model("Author").observe(Hook.ACCESS, _ -> tenant.isSuspended());
            tenant.erase(tenant.name());
          });
      try (var walk = walk()) {
        assertThat(walk.pathsTo(ACME.name()))
            .anyMatch(path -> path.contains("ReleasedTenantTest.FORGOTTEN"));
        assertThat(walk.pathsTo(AFTER.name()))
            .anyMatch(path -> path.contains("dev.jongleur.observer.Observers"));
        assertThat(walk.pathsTo(ACME.row())).isEmpty();
      }
    } finally {
      FORGOTTEN.clear();
    }
  }

  /** Others come first, so that what all share is there; and afterwards, so that buffers turn. */
  private void nothingIsLeft(Settings settings, Consumer<Tenant> going) throws Exception {
    try (Jongleur jongleur = Stay.application(settings)) {
      GLOBEX.comeAndGo(jongleur, _ -> {});
      BEFORE.comeAndGo(jongleur, going);
      Map<String, Long> before = ours();
      ACME.comeAndGo(jongleur, going);
      AFTER.comeAndGo(jongleur, going);
      await()
          .atMost(Duration.ofMinutes(2))
          .untilAsserted(() -> {
            try (var walk = walk()) {
              assertThat(walk.pathsTo(ACME.name(), ACME.row())).isEmpty();
              assertThat(walk.oursSince(before)).isEmpty();
              assertThat(walk.pathsTo(GLOBEX.name())).isNotEmpty();
            }
          });
    }
  }

  private Map<String, Long> ours() throws IOException {
    try (var walk = walk()) {
      return walk.ours();
    }
  }

  private HeapWalk walk() throws IOException {
    return HeapWalk.of(temp.resolve(dumps++ + ".hprof"));
  }

  private Settings database() {
    // Databases that are idle stay open meanwhile: what is counted is what a tenant leaves.
    return Settings.of("h2").with("directory", temp.resolve("data").toString()).with("idle", 3600);
  }
}
