package dev.jongleur.cli.soak.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.DataSource;
import dev.jongleur.ModelRegistry;
import dev.jongleur.connector.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SwitchingTest {
  private static final Tenantry TWO = new Tenantry("tenant_", 2);
  private static final Work WORK = new Work(SwitchingTest::settings, ModelFiles.of(2));

  private final List<DataSource> held = new ArrayList<>();

  @AfterEach
  void close_what_was_held() {
    held.forEach(DataSource::close);
  }

  @Test
  void who_overlaps_keeps_one_open_for_each_tenant_until_the_end() {
    var overlapping = Switching.overlapping(TWO, WORK);
    overlapping.begin();
    for (int number = 0; number < 20; number++) {
      overlapping.request(number);
      assertThat(overlapping.stats().tenantRegistries()).isEqualTo(2);
    }
    overlapping.close();
    assertThat(overlapping.stats().tenantRegistries()).isZero();
    assertThat(overlapping.stats().leases()).isZero();
    assertThat(overlapping.complaints()).isEmpty();
  }

  @Test
  void a_data_source_that_cannot_be_found_is_told_and_not_waited_for_again() {
    var forgetting = new Forgetting(Duration.ofMillis(100));
    var switching = new Switching(TWO, this::openAndHold, forgetting);
    switching.request(0);
    switching.close();
    assertThat(switching.complaints())
        .containsExactly("data sources that were dropped and not found: 1");
  }

  @Test
  void more_tenant_registries_than_tenants_are_told() {
    Request straying =
        (registry, tenant, number) -> {
          for (String database : List.of("a", "b", "c")) {
            openAndHold(registry, tenant + database, number);
          }
        };
    var switching = Switching.of(TWO, straying);
    switching.request(0);
    switching.close();
    assertThat(switching.complaints()).containsExactly("tenant registries at once: 3");
  }

  private void openAndHold(ModelRegistry registry, String tenant, long number) {
    held.add(registry.open(settings(tenant)));
  }

  private static Settings settings(String tenant) {
    return Settings.of("memory").with("database", tenant);
  }
}
