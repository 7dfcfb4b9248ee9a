package dev.jongleur.tenant;

import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.StoreException;
import dev.jongleur.error.TenantException;
import dev.jongleur.registry.Registry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 1 and 2. */
class OnboardingTest {
  private static final ModelDefinition USER =
      ModelDefinition.of("User", u -> u.property("name", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  @Test
  void onboarding_again_changes_nothing() {
    Jongleur jongleur = nothing.application(USER);
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    var _ = acme.model("User").create(Map.of("name", "Ada"));
    int leases = jongleur.registry().stats().leases();
    assertThat(jongleur.onboard("acme").model("User").count()).isEqualTo(1);
    assertThat(globex.model("User").count()).isZero();
    assertThat(jongleur.registry().stats().leases()).isEqualTo(leases);
    assertThat(jongleur.tenants()).containsExactly("acme", "globex");
  }

  @Test
  void all_tenants_share_their_definitions() {
    Jongleur jongleur = nothing.application(USER);
    ModelDefinition ofAcme = jongleur.onboard("acme").model("User").definition();
    ModelDefinition ofGlobex = jongleur.onboard("globex").model("User").definition();
    assertThat(ofGlobex).isSameAs(ofAcme);
    assertThat(jongleur.registry().stats().definitions()).isEqualTo(1);
    assertThat(jongleur.registry().stats().tenantRegistries()).isEqualTo(2);
  }

  @Test
  void a_store_that_refuses_a_model_leaves_no_tenant() {
    Jongleur jongleur =
        nothing.closing(
            Jongleur.builder()
                .dataSource("main", Settings.of("grudging").with("refuses", "Bad"))
                .blueprint(Blueprint.of("main", List.of(USER, ModelDefinition.of("Bad", _ -> {}))))
                .build());
    int leases = jongleur.registry().stats().leases();
    assertThatExceptionOfType(StoreException.class).isThrownBy(() -> jongleur.onboard("acme"));
    assertThat(jongleur.tenants()).isEmpty();
    assertThatExceptionOfType(TenantException.class).isThrownBy(() -> jongleur.tenant("acme"));
    assertThat(jongleur.registry().stats().leases()).isEqualTo(leases);
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
  }

  @Test
  void a_tenant_that_could_not_be_onboarded_leaves_no_data_where_it_could() {
    var registry = new Registry(InstantSource.system());
    Settings good = Settings.of("memory");
    Settings bad = Settings.of("grudging").with("refuses", "Bad");
    Blueprint blueprint =
        Blueprint.of("good", List.of(USER)).with(ModelDefinition.of("Bad", _ -> {}), "bad");
    try (var tenants =
        new Tenants(registry, Setup.of(Map.of("good", good, "bad", bad), blueprint))) {
      var acme = new TenantId("acme");
      assertThatExceptionOfType(StoreException.class).isThrownBy(() -> tenants.onboard(acme));
      assertThat(tenants.holdsData(acme)).isFalse();
    }
    assertThat(registry.leases()).isZero();
  }

  @Test
  void a_blueprint_that_cannot_be_placed_opens_nothing() {
    var builder =
        Jongleur.builder()
            .dataSource("main", Settings.of("memory"))
            .blueprint(Blueprint.of("other", List.of(USER)));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(builder::build)
        .withMessageContaining("\"other\"");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> Jongleur.builder().dataSource("x", Settings.of("oracle9")).build());
  }

  @RepeatedTest(10)
  void eight_who_onboard_one_name_get_one_tenant() throws Exception {
    Jongleur jongleur = nothing.application(USER);
    var _ = Race.of(8, i -> jongleur.onboard("acme").model("User").create(Map.of("name", "n" + i)));
    assertThat(jongleur.tenant("acme").model("User").count()).isEqualTo(8);
    assertThat(jongleur.registry().stats().tenantRegistries()).isEqualTo(1);
  }

  @Test
  void there_is_no_default_tenant() {
    Jongleur jongleur = nothing.application(USER);
    var _ = jongleur.onboard("acme");
    assertThatExceptionOfType(TenantException.class)
        .isThrownBy(() -> jongleur.tenant("globex"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(404));
    assertThatExceptionOfType(TenantException.class)
        .isThrownBy(() -> jongleur.tenant(""))
        .satisfies(e -> assertThat(e.code()).isEqualTo("TENANT_MISSING"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme",
        "acme corp",
        " acme",
        "acme\n",
        "acme;drop schema x",
        "acme\"--",
        "acme'or'1'='1",
        "../etc/passwd",
        "..",
        "-acme",
        "_acme",
        "a/b",
        "a\\b",
        "a.b",
        "a%00",
        "a\u0000",
        "äcme",
        "ａｃｍｅ",
        "public",
        "information_schema",
        "con",
        "nul"
      })
  void what_is_no_name_is_refused(String name) {
    Jongleur jongleur = nothing.application(USER);
    for (Runnable use :
        List.<Runnable>of(() -> jongleur.onboard(name), () -> jongleur.tenant(name))) {
      assertThatExceptionOfType(TenantException.class)
          .isThrownBy(use::run)
          .satisfies(e -> assertThat(e.code()).isEqualTo("TENANT_INVALID"));
    }
    assertThat(jongleur.tenants()).isEmpty();
  }

  @Test
  void a_name_has_at_most_63_characters() {
    Jongleur jongleur = nothing.application(USER);
    assertThat(jongleur.onboard("a".repeat(63)).name()).hasSize(63);
    assertThatExceptionOfType(TenantException.class)
        .isThrownBy(() -> jongleur.onboard("a".repeat(64)));
  }
}
