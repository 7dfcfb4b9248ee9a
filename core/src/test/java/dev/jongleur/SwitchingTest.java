package dev.jongleur;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jongleur.connector.Settings;
import dev.jongleur.definition.PropertyType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The original's own test of its repair: many data sources of one configuration, in turn. */
class SwitchingTest {
  private static final int DATA_SOURCES = 100;
  private static final Settings ONE = Settings.of("memory").with("database", "acme");
  private static final Settings OTHER = ONE.with("database", "globex");

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final ModelRegistry registry = nothing.registry();

  @Test
  void a_hundred_in_turn_have_one_tenant_registry_and_leave_none() {
    for (int i = 0; i < DATA_SOURCES; i++) {
      try (DataSource db = registry.open(ONE)) {
        assertThat(user(db, STRING).create(Map.of("p", i)).id()).isEqualTo(1L);
        assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
      }
      assertThat(registry.stats().tenantRegistries()).isZero();
    }
    assertThat(registry.stats().tenantRegistriesPeak()).isEqualTo(1);
    assertThat(registry.stats().dataSourcesOpened()).isEqualTo(DATA_SOURCES);
    assertThat(registry.stats().leases()).isZero();
  }

  @Test
  void a_hundred_at_once_have_one_tenant_registry_and_leave_none() throws Exception {
    List<Boolean> stored =
        Race.of(
            DATA_SOURCES,
            number -> {
              try (DataSource db = registry.open(ONE)) {
                return user(db, STRING).create(Map.of("p", number)).isStored();
              }
            });
    assertThat(stored).hasSize(DATA_SOURCES).containsOnly(true);
    assertThat(registry.stats().tenantRegistriesPeak()).isEqualTo(1);
    assertThat(registry.stats().tenantRegistries()).isZero();
  }

  @Test
  void two_tenants_in_turn_have_two_at_most() {
    for (int i = 0; i < DATA_SOURCES; i++) {
      try (DataSource one = registry.open(ONE);
          DataSource other = registry.open(OTHER)) {
        assertThat(user(one, STRING).create(Map.of("p", "acme's")).get("p")).isEqualTo("acme's");
        assertThat(user(other, NUMBER).find()).isEmpty();
      }
    }
    assertThat(registry.stats().tenantRegistriesPeak()).isEqualTo(2);
    assertThat(registry.stats().tenantRegistries()).isZero();
  }

  @Test
  void two_of_one_configuration_each_see_their_own_user() {
    DataSource first = nothing.closing(registry.open(ONE));
    DataSource second = registry.open(ONE);
    Model texts = user(first, STRING);
    Model numbers = user(second, NUMBER);
    assertThat(texts.create(Map.of("p", "00123")).get("p")).isEqualTo("00123");
    assertThat(numbers.create(Map.of("p", "00123")).get("p")).isEqualTo(123L);
    assertThat(texts.find()).extracting(user -> user.get("p")).containsExactly("00123");
    assertThat(numbers.find()).extracting(user -> user.get("p")).containsExactly(123L);
    assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
    second.close();
    assertThat(first.model("User").definition()).isEqualTo(texts.definition());
    assertThat(texts.find()).extracting(user -> user.get("p")).containsExactly("00123");
  }

  private static Model user(DataSource db, PropertyType type) {
    return db.define("User", user -> user.property("p", type));
  }
}
