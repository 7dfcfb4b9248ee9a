package dev.jongleur.registry;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.DataSource;
import dev.jongleur.Model;
import dev.jongleur.ModelRegistry;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegistryTest {
  private static final Settings MEMORY = Settings.of("memory");
  private static final Settings SHARED = Settings.of("grudging").with("shared", true);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void leases_are_counted() {
    ModelRegistry registry = nothing.registry();
    DataSource first = registry.open(MEMORY);
    int leases = registry.stats().leases();
    assertThat(leases).isPositive();
    DataSource second = registry.open(MEMORY);
    assertThat(registry.stats().leases()).isEqualTo(2 * leases);
    assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
    second.close();
    second.close();
    assertThat(registry.stats().leases()).isEqualTo(leases);
    assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
    first.close();
    assertThat(registry.stats().dataSourcesOpened()).isEqualTo(2);
  }

  @Test
  void two_data_sources_of_one_configuration_have_models_of_their_own() {
    ModelRegistry registry = nothing.registry();
    DataSource one = nothing.closing(registry.open(MEMORY));
    DataSource two = nothing.closing(registry.open(MEMORY));
    Model ofOne = one.define("User", u -> u.property("name", STRING));
    Model ofTwo = two.define("User", u -> u.property("age", NUMBER));
    assertThat(one.id()).isEqualTo(two.id());
    assertThat(one.model("User").definition().property("name")).isPresent();
    assertThat(two.model("User").definition().property("age")).isPresent();
    var _ = ofOne.create(Map.of("name", "5"));
    assertThat(ofTwo.count()).isZero();
    two.close();
    assertThat(one.models()).containsExactly("User");
    assertThat(ofOne.find().getFirst().get("name")).isEqualTo("5");
  }

  @Test
  void where_a_connector_is_shared_the_data_is_too_but_not_the_models() {
    ModelRegistry registry = nothing.registry();
    DataSource one = nothing.closing(registry.open(SHARED));
    DataSource two = nothing.closing(registry.open(SHARED));
    DataSource other = nothing.closing(registry.open(SHARED.with("user", "else")));
    for (DataSource db : List.of(one, two, other)) {
      var _ = db.define("User", u -> u.property("name", STRING));
    }
    var _ = one.model("User").create(Map.of("name", "Ada"));
    assertThat(two.model("User").count()).isEqualTo(1);
    assertThat(other.model("User").count()).isZero();
    var _ = one.define("Only", _ -> {});
    assertThat(two.models()).containsExactly("User");
  }

  @Test
  void a_hundred_data_sources_of_one_configuration_are_one_registry() {
    ModelRegistry registry = nothing.registry();
    var open = new ArrayList<DataSource>();
    for (int i = 0; i < 100; i++) {
      open.add(registry.open(MEMORY));
      var _ = open.getLast().define("User", u -> u.property("name", STRING));
    }
    assertThat(registry.stats().tenantRegistries()).isEqualTo(1);
    assertThat(registry.stats().definitions()).isEqualTo(1);
    open.forEach(DataSource::close);
    assertThat(registry.stats().tenantRegistries()).isZero();
    assertThat(registry.stats().tenantRegistriesPeak()).isEqualTo(1);
  }

  @Test
  void one_after_another_leaves_nothing() {
    ModelRegistry registry = nothing.registry();
    for (int i = 0; i < 100; i++) {
      try (DataSource db = registry.open(MEMORY)) {
        var _ = db.define("User", u -> u.property("name", STRING)).create(Map.of());
      }
    }
    assertThat(registry.stats().tenantRegistries()).isZero();
    assertThat(registry.stats().tenantRegistriesPeak()).isEqualTo(1);
  }

  @Test
  void opening_and_closing_at_once_ends_with_nothing() throws Exception {
    ModelRegistry registry = nothing.registry();
    var _ =
        Race.of(
            16,
            runner -> {
              for (int i = 0; i < 1_000; i++) {
                try (DataSource db = registry.open(i % 3 == 0 ? MEMORY : SHARED)) {
                  var _ = db.define("M" + runner, m -> m.property("p", STRING)).create(Map.of());
                  assertThat(db.models()).containsExactly("M" + runner);
                }
              }
              return runner;
            });
    assertThat(registry.stats().leases()).isZero();
    assertThat(registry.stats().tenantRegistries()).isZero();
    assertThat(registry.stats().tenantRegistriesPeak()).isBetween(1, 2);
    assertThat(registry.stats().dataSourcesOpened()).isEqualTo(16_000);
  }

  @Test
  void equal_definitions_are_one_object() {
    ModelRegistry registry = nothing.registry();
    ModelDefinition first =
        registry.share(ModelDefinition.of("User", u -> u.property("n", STRING)));
    ModelDefinition again =
        registry.share(ModelDefinition.of("User", u -> u.property("n", STRING)));
    ModelDefinition other =
        registry.share(ModelDefinition.of("User", u -> u.property("n", NUMBER)));
    assertThat(again).isSameAs(first);
    assertThat(other).isNotSameAs(first);
    assertThat(registry.stats().definitions()).isEqualTo(2);
  }

  @Test
  void a_connector_that_is_not_there_is_told() {
    ModelRegistry registry = nothing.registry();
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> registry.open(Settings.of("oracle9")))
        .withMessageContaining("\"oracle9\"")
        .withMessageContaining("memory");
    assertThat(registry.connectors()).contains("memory", "grudging");
  }
}
