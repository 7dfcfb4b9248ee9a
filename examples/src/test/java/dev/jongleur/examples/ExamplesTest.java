package dev.jongleur.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples do what they say. */
class ExamplesTest {
  @ParameterizedTest
  @ValueSource(strings = {"memory", "jdbc:h2:mem:"})
  void a_single_tenant_finds_what_it_created(String place) {
    assertThat(SingleTenant.adults(place)).containsExactly(new SingleTenant.Person("Ada", 36));
  }

  @Test
  void tenants_see_their_own_rows_wherever_they_are() {
    Map<String, Long> own = Map.of("acme", 2L, "zeta", 1L);

    assertThat(ManyTenants.ordersOf(Settings.of("memory"))).isEqualTo(own);
    for (Isolation isolation : Isolation.values()) {
      assertThat(ManyTenants.ordersOf(Settings.of("h2").isolation(isolation))).isEqualTo(own);
    }
  }

  @Test
  void observers_act_while_they_are_there() {
    assertThat(CustomObserver.log(Instant.parse("2026-01-31T10:00:00Z")))
        .containsExactly("buy beans at 2026-01-31T10:00:00Z");
  }
}
