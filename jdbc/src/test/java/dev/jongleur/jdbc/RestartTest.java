package dev.jongleur.jdbc;

import static dev.jongleur.definition.ScalarType.DATE;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Isolation;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Validation;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.TenantException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.policy.TenantLimits;
import dev.jongleur.query.Filter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a program finds of its tenants when it begins again. */
class RestartTest {
  private static final ModelDefinition ORDER =
      ModelDefinition.of("Order", o -> o.strict(Strict.REFUSE).property("number", STRING));

  @TempDir Path directory;

  private Jongleur start(Isolation isolation, ModelDefinition... more) {
    Settings settings =
        switch (isolation) {
          case DATABASE_PER_TENANT -> Settings.of("h2").with("directory", directory.toString());
          case SCHEMA_PER_TENANT ->
              Settings.of("h2").with("file", directory.resolve("all").toString());
        };
    Blueprint blueprint = Blueprint.of("main", List.of(ORDER));
    for (ModelDefinition definition : more) {
      blueprint = blueprint.with(definition, "main");
    }
    return Jongleur.builder()
        .dataSource("main", settings.isolation(isolation))
        .blueprint(blueprint)
        .build();
  }

  private static void assertNothingIsLeft(Jongleur jongleur) {
    assertThat(jongleur.registry().stats().leases()).isZero();
    assertThat(jongleur.registry().stats().tenantRegistries()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void what_a_tenant_has_of_its_own_is_there_again(Isolation isolation) {
    Jongleur before = start(isolation);
    try (before) {
      Tenant acme = before.onboard("acme");
      var _ = before.onboard("globex");
      acme.customize(
          "Order",
          order ->
              order
                  .property("poNumber", STRING)
                  .property("due", DATE)
                  .validate("poNumber", new Validation.Presence()));
      acme.customize(
          "Note",
          note ->
              note.property("text", STRING)
                  .relation(Relation.belongsTo("order", "Order", "orderId")));
      var _ = acme.model("Order").create(Map.of("number", "A-1", "poNumber", "P-1"));
      var _ = acme.model("Note").create(Map.of("text", "fragile", "orderId", 1));
    }
    assertNothingIsLeft(before);
    Jongleur after = start(isolation);
    try (after) {
      assertThat(after.tenants()).containsExactly("acme", "globex");
      Tenant acme = after.tenant("acme");
      assertThat(acme.isUnfolded()).isFalse();
      assertThat(acme.customized()).containsExactlyInAnyOrder("Order", "Note");
      assertThat(acme.model("Order").find().getFirst().get("poNumber")).isEqualTo("P-1");
      assertThat(acme.model("Note").find().getFirst().get("orderId")).isEqualTo(1L);
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(() -> acme.model("Order").create(Map.of("number", "A-2")));
      assertThat(after.tenant("globex").customized()).isEmpty();
      assertThat(after.tenant("globex").model("Order").count()).isZero();
    }
    assertNothingIsLeft(after);
  }

  @ParameterizedTest
  @EnumSource
  void what_it_has_of_its_own_is_put_on_the_blueprint_that_is_there_then(Isolation isolation) {
    try (Jongleur before = start(isolation)) {
      var _ = before.onboard("globex");
      before.onboard("acme").customize("Order", order -> order.property("poNumber", STRING));
    }
    ModelDefinition line = ModelDefinition.of("Line", l -> l.property("sku", STRING));
    try (Jongleur after = start(isolation, line)) {
      Tenant acme = after.tenant("acme");
      assertThat(acme.model("Line").create(Map.of("sku", "S")).id()).isEqualTo(1L);
      assertThat(acme.model("Order").create(Map.of("poNumber", "P")).id()).isEqualTo(1L);
      assertThat(after.tenant("globex").model("Line").count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_suspended_tenant_stays_suspended_and_limits_stay(Isolation isolation) {
    TenantLimits own =
        TenantLimits.NONE
            .withOperationsPerSecond(5, 10)
            .withOperationsAtOnce(3)
            .withWaiting(7, Duration.ofSeconds(2))
            .withRows(100)
            .withQueryTime(Duration.ofMillis(1500))
            .withIncludeDepth(2)
            .withCustomModels(4);
    try (Jongleur before = start(isolation)) {
      before.onboard("acme").suspend();
      before.onboard("globex").limits(own);
    }
    try (Jongleur after = start(isolation)) {
      Tenant acme = after.tenant("acme");
      assertThat(acme.isSuspended()).isTrue();
      assertThatExceptionOfType(TenantException.class)
          .isThrownBy(() -> acme.model("Order").count());
      assertThat(acme.limits()).isEqualTo(TenantLimits.NONE);
      assertThat(after.tenant("globex").limits()).isEqualTo(own);
      acme.resume();
    }
    try (Jongleur third = start(isolation)) {
      assertThat(third.tenant("acme").model("Order").count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void going_back_and_erasing_are_remembered_too(Isolation isolation) {
    try (Jongleur before = start(isolation)) {
      Tenant acme = before.onboard("acme");
      acme.customize("Order", order -> order.property("poNumber", STRING));
      acme.resetCustomization();
      Tenant globex = before.onboard("globex");
      globex.customize("Order", order -> order.property("poNumber", STRING));
      globex.erase("globex");
    }
    try (Jongleur after = start(isolation)) {
      assertThat(after.tenants()).containsExactly("acme");
      assertThat(after.tenant("acme").customized()).isEmpty();
      assertThat(after.onboard("globex").customized()).isEmpty();
      assertThat(after.tenant("globex").model("Order").count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_released_tenant_finds_what_it_had_of_its_own(Isolation isolation) {
    try (Jongleur jongleur = start(isolation)) {
      Tenant acme = jongleur.onboard("acme");
      acme.customize("Order", order -> order.property("poNumber", STRING));
      acme.release();
      assertThat(jongleur.onboard("globex").customized()).isEmpty();
      assertThat(jongleur.onboard("acme").customized()).containsExactly("Order");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_type_that_the_table_cannot_hold_is_refused_and_nothing_has_changed(Isolation isolation) {
    try (Jongleur jongleur = start(isolation)) {
      Tenant acme = jongleur.onboard("acme");
      Tenant globex = jongleur.onboard("globex");
      acme.customize("Order", order -> order.property("poNumber", STRING));
      var _ = acme.model("Order").create(Map.of("poNumber", "not a number"));
      ModelDefinition before = acme.model("Order").definition();
      assertThatExceptionOfType(DefinitionException.class)
          .isThrownBy(() -> acme.customize("Order", order -> order.property("poNumber", NUMBER)))
          .withMessageContaining("\"poNumber\"");
      assertThat(acme.model("Order").definition()).isSameAs(before);
      assertThat(acme.model("Order").find().getFirst().get("poNumber")).isEqualTo("not a number");
      assertThat(globex.model("Order").count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_type_can_be_changed_as_long_as_there_are_no_values(Isolation isolation) {
    try (Jongleur jongleur = start(isolation)) {
      Tenant acme = jongleur.onboard("acme");
      var _ = jongleur.onboard("globex").model("Order").create(Map.of("number", "A-1"));
      acme.customize("Order", order -> order.property("number", NUMBER));
      assertThat(acme.model("Order").create(Map.of("number", 12.5)).get("number")).isEqualTo(12.5);
      assertThat(acme.model("Order").find(Filter.where("number").gt(9)).getFirst().get("number"))
          .isEqualTo(12.5);
      assertThatExceptionOfType(DefinitionException.class).isThrownBy(acme::resetCustomization);
      var _ = acme.model("Order").deleteAll(Filter.all());
      acme.resetCustomization();
      assertThat(acme.model("Order").create(Map.of("number", "A-2")).get("number"))
          .isEqualTo("A-2");
      assertThat(jongleur.tenant("globex").model("Order").count()).isEqualTo(1);
    }
  }
}
