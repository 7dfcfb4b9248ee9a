package dev.jongleur.registry;

import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.jongleur.DataSource;
import dev.jongleur.Jongleur;
import dev.jongleur.ModelRegistry;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.RegistryStats;
import dev.jongleur.Tenant;
import dev.jongleur.TenantRegistryStats;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.PropertyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a registry can be asked, by whose it is (D09, D24 of the original). */
class StatsTest {
  private static final Settings MEMORY = Settings.of("memory");
  private static final Settings SHARED = Settings.of("grudging").with("shared", true);

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:00:00Z"));
  private final ModelRegistry registry = new ModelRegistry(now::get);

  private static ModelDefinition user() {
    return ModelDefinition.of("User", u -> u.property("name", STRING));
  }

  @Test
  void models_are_counted_not_shapes_and_fall_again() {
    DataSource one = registry.open(MEMORY);
    DataSource two = registry.open(MEMORY);
    for (DataSource db : List.of(one, two)) {
      for (int i = 0; i < 20; i++) {
        var _ = db.define("M" + i, m -> m.property("p", STRING));
      }
    }
    assertThat(registry.stats().models()).isEqualTo(40);
    assertThat(registry.stats().definitions()).isEqualTo(20);
    assertThat(registry.stats().shapes()).isEqualTo(20);
    assertThat(registry.stats().reuse()).isEqualTo(0.5);
    one.deleteModel("M0");
    assertThat(registry.stats().models()).isEqualTo(39);
    one.close();
    assertThat(registry.stats().models()).isEqualTo(20);
    two.close();
    assertThat(registry.stats().models()).isZero();
    await().until(() -> definitions() == 0);
    assertThat(registry.stats().shapes()).isZero();
    assertThat(registry.stats().bytes().bytes()).isZero();
  }

  private int definitions() {
    System.gc();
    return registry.stats().definitions();
  }

  @Test
  void definitions_that_differ_in_their_rules_alone_have_one_shape() {
    DataSource db = nothing.closing(registry.open(MEMORY));
    var first = db.define(user());
    var _ = nothing.closing(registry.open(MEMORY)).define(required());
    assertThat(registry.stats().definitions()).isEqualTo(2);
    assertThat(registry.stats().shapes()).isEqualTo(1);
    assertThat(first.definition()).isEqualTo(user());
  }

  private static ModelDefinition required() {
    return ModelDefinition.of("User", u -> u.property("name", STRING, PropertyOption.required()));
  }

  @Test
  void leases_are_told_by_kind() {
    DataSource one = registry.open(MEMORY);
    DataSource two = registry.open(MEMORY);
    Map<String, Integer> kinds = registry.stats().leasesByKind();
    assertThat(kinds).containsOnly(Map.entry("tenantRegistry", 2), Map.entry("connector", 2));
    assertThat(registry.stats().leases()).isEqualTo(4);
    one.close();
    two.close();
    assertThat(registry.stats().leasesByKind().values()).containsOnly(0);
  }

  @Test
  void what_connectors_share_is_told_by_its_type() {
    var works = new Registry(now::get);
    try (var cache = works.share("key", Cache.class, Cache::new);
        var again = works.share("key", Cache.class, Cache::new)) {
      assertThat(again.get()).isSameAs(cache.get());
      assertThat(works.leasesByKind()).containsEntry("Cache", 2);
    }
    assertThat(works.leasesByKind()).doesNotContainKey("Cache");
  }

  private static final class Cache implements AutoCloseable {
    @Override
    public void close() {}
  }

  @Test
  void models_of_a_data_source_that_was_dropped_are_counted_out() {
    drop();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> {
          System.gc();
          // It is counted as forgotten once all of it is given back.
          return registry.stats().models() == 0 && registry.stats().forgotten() == 1;
        });
  }

  private void drop() {
    var _ = registry.open(MEMORY).define(user());
    assertThat(registry.stats().models()).isEqualTo(1);
  }

  @Test
  void bytes_are_an_estimate_and_say_so() {
    DataSource db = nothing.closing(registry.open(MEMORY));
    long before = registry.stats().bytes().bytes();
    for (int i = 0; i < 100; i++) {
      var _ = db.define("M" + i, m -> m.property("p", STRING));
    }
    assertThat(registry.stats().bytes().bytes() - before).isEqualTo(100 * (260 + 320 + 2 * 50));
    assertThat(registry.stats().bytes().how())
        .startsWith("an estimate: ")
        .contains("100 models x 260")
        .endsWith("rows, pools and drivers are not counted");
  }

  @Test
  void models_are_told_of_one_owner() {
    DataSource one = nothing.closing(registry.open(MEMORY));
    DataSource two = nothing.closing(registry.open(MEMORY));
    var _ = one.define("User", u -> u.property("p", STRING));
    var _ = two.define("User", u -> u.property("p", NUMBER));
    var _ = two.define("Only", _ -> {});
    assertThat(registry.modelsOf(one)).containsExactly("User");
    assertThat(registry.modelsOf(two)).containsExactlyInAnyOrder("User", "Only");
  }

  @Test
  void tenant_registries_are_told_with_whose_they_are() {
    DataSource one = registry.open(SHARED);
    DataSource two = registry.open(SHARED);
    DataSource other = nothing.closing(registry.open(MEMORY));
    var _ = one.define(user());
    now.updateAndGet(then -> then.plusSeconds(60));
    assertThat(registry.dataSources()).containsExactlyInAnyOrder(one.id(), other.id());
    assertThat(registry.tenantRegistries())
        .containsExactlyInAnyOrder(
            new TenantRegistryStats(one.id(), "", 2, 1, Duration.ofMinutes(1)),
            new TenantRegistryStats(other.id(), "", 1, 0, Duration.ofMinutes(1)));
    one.close();
    two.close();
    assertThat(registry.dataSources()).containsExactly(other.id());
  }

  @Test
  void what_is_held_for_a_tenant_is_told_and_goes_when_it_is_folded() {
    Jongleur jongleur = nothing.application(user());
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    var _ = acme.model("User").count();
    assertThat(jongleur.registry().tenantRegistries("acme"))
        .singleElement()
        .satisfies(held -> assertThat(held.models()).isEqualTo(1));
    acme.fold();
    assertThat(jongleur.registry().tenantRegistries("acme")).isEmpty();
    assertThat(jongleur.registry().tenantRegistries("globex")).hasSize(1);
    RegistryStats stats = jongleur.registry().stats();
    assertThat(stats.models()).isEqualTo(1);
    globex.fold();
    assertThat(jongleur.registry().stats().models()).isZero();
  }
}
