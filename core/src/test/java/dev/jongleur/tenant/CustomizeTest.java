package dev.jongleur.tenant;

import static dev.jongleur.definition.PropertyOption.id;
import static dev.jongleur.definition.PropertyOption.required;
import static dev.jongleur.definition.ScalarType.NUMBER;
import static dev.jongleur.definition.ScalarType.STRING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jongleur.Jongleur;
import dev.jongleur.Model;
import dev.jongleur.NothingIsLeftBehind;
import dev.jongleur.Race;
import dev.jongleur.Tenant;
import dev.jongleur.connector.Settings;
import dev.jongleur.definition.Blueprint;
import dev.jongleur.definition.ModelDefinition;
import dev.jongleur.definition.Relation;
import dev.jongleur.definition.Strict;
import dev.jongleur.definition.Validation;
import dev.jongleur.entity.Entity;
import dev.jongleur.error.ClosedException;
import dev.jongleur.error.DefinitionException;
import dev.jongleur.error.LimitException;
import dev.jongleur.error.ValidationException;
import dev.jongleur.observer.Hook;
import dev.jongleur.policy.TenantLimits;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one tenant has of its own, while others have the blueprint. */
class CustomizeTest {
  private static final ModelDefinition ORDER =
      ModelDefinition.of(
          "Order",
          o ->
              o.strict(Strict.REFUSE)
                  .property("number", STRING)
                  .relation(Relation.hasMany("lines", "Line", "orderId")));
  private static final ModelDefinition LINE =
      ModelDefinition.of("Line", l -> l.strict(Strict.REFUSE).property("sku", STRING));

  @RegisterExtension final NothingIsLeftBehind nothing = new NothingIsLeftBehind();

  private Jongleur application() {
    return nothing.application(ORDER, LINE);
  }

  @Test
  void a_property_more_is_one_tenants_alone() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    Model orders = acme.model("Order");
    acme.customize("Order", order -> order.property("poNumber", STRING));
    assertThat(orders.create(Map.of("poNumber", "P-1")).get("poNumber")).isEqualTo("P-1");
    assertThat(orders.definition().property("poNumber")).isPresent();
    assertThat(globex.model("Order").definition()).isSameAs(blueprint(jongleur, "Order"));
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> globex.model("Order").create(Map.of("poNumber", "P-1")));
    assertThat(acme.customized()).containsExactly("Order");
    assertThat(globex.customized()).isEmpty();
    assertThat(acme.model("Line").definition()).isSameAs(blueprint(jongleur, "Line"));
  }

  private static ModelDefinition blueprint(Jongleur jongleur, String model) {
    return Objects.requireNonNull(jongleur.blueprint().models().get(model)).definition();
  }

  @Test
  void changes_of_one_model_add_up() {
    Tenant acme = application().onboard("acme");
    acme.customize("Order", order -> order.property("a", STRING));
    acme.customize("Order", order -> order.property("b", NUMBER).property("a", NUMBER));
    acme.customize("Order", order -> order.validate("b", new Validation.Presence()));
    assertThat(acme.model("Order").create(Map.of("a", "1", "b", "2")).toMap())
        .containsEntry("a", 1L)
        .containsEntry("b", 2L);
    assertThatExceptionOfType(ValidationException.class)
        .isThrownBy(() -> acme.model("Order").create(Map.of("a", 1)));
  }

  @Test
  void a_model_of_its_own_can_be_related_to_the_blueprints() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    acme.customize(
        "Note",
        note ->
            note.property("text", STRING, required())
                .relation(Relation.belongsTo("order", "Order", "orderId")));
    Entity order = acme.model("Order").create(Map.of("number", "A-1"));
    Entity note =
        acme.model("Note")
            .create(Map.of("text", "fragile", "orderId", Objects.requireNonNull(order.id())));
    assertThat(acme.model("Note").related(note, "order").find()).containsExactly(order);
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> globex.model("Note"));
    assertThat(acme.customized()).contains("Note");
  }

  @Test
  void a_tenant_knows_its_models_by_name_without_being_unfolded() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    acme.customize("Note", note -> note.property("text", STRING));
    acme.customize("Order", order -> order.property("poNumber", STRING));
    acme.fold();
    assertThat(acme.models()).containsExactlyInAnyOrder("Order", "Line", "Note");
    assertThat(globex.models()).containsExactlyInAnyOrder("Order", "Line");
    assertThat(acme.isUnfolded()).isFalse();
    acme.resetCustomization();
    assertThat(acme.models()).isEqualTo(globex.models());
    acme.release();
    assertThatExceptionOfType(ClosedException.class).isThrownBy(acme::models);
  }

  @Test
  void going_back_shows_the_blueprint_and_what_was_stored_stays() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    var _ = jongleur.onboard("globex");
    acme.customize("Order", order -> order.property("poNumber", STRING));
    acme.customize("Note", note -> note.property("text", STRING));
    var _ = acme.model("Order").create(Map.of("number", "A-1", "poNumber", "P-1"));
    Model notes = acme.model("Note");
    var _ = notes.create(Map.of("text", "x"));
    acme.resetCustomization();
    assertThat(acme.customized()).isEmpty();
    assertThat(acme.model("Order").find().getFirst().toMap()).doesNotContainKey("poNumber");
    assertThat(acme.model("Order").definition()).isSameAs(blueprint(jongleur, "Order"));
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(notes::find);
    assertThatExceptionOfType(DefinitionException.class).isThrownBy(() -> acme.model("Note"));
    acme.customize("Note", note -> note.property("text", STRING));
    acme.customize("Order", order -> order.property("poNumber", STRING));
    assertThat(notes.find()).hasSize(1);
    assertThat(acme.model("Order").find().getFirst().get("poNumber")).isEqualTo("P-1");
  }

  @Test
  void one_model_can_go_back_alone() {
    Tenant acme = application().onboard("acme");
    acme.customize("Order", order -> order.property("a", STRING));
    acme.customize("Line", line -> line.property("a", STRING));
    acme.resetCustomization("Order");
    assertThat(acme.customized()).containsExactly("Line");
  }

  @Test
  void equal_changes_of_different_tenants_are_one_definition() {
    Jongleur jongleur = application();
    for (String name : List.of("acme", "globex")) {
      jongleur.onboard(name).customize("Order", order -> order.property("poNumber", STRING));
    }
    assertThat(jongleur.tenant("acme").model("Order").definition())
        .isSameAs(jongleur.tenant("globex").model("Order").definition());
  }

  @Test
  void what_cannot_be_is_refused_and_nothing_has_changed() {
    Tenant acme = application().onboard("acme");
    ModelDefinition before = acme.model("Order").definition();
    for (Runnable wrong :
        List.<Runnable>of(
            () -> acme.customize("Order", order -> order.property("lines", STRING)),
            () -> acme.customize("Order", order -> order.property("own", STRING, id())),
            () -> acme.customize("Order", order -> order.without("id")),
            () -> acme.customize("Order", order -> order.property("a.b", STRING)),
            () -> acme.customize("Note", "nowhere", note -> note.property("text", STRING)))) {
      assertThatExceptionOfType(DefinitionException.class).isThrownBy(wrong::run);
    }
    assertThat(acme.model("Order").definition()).isSameAs(before);
    assertThat(acme.customized()).isEmpty();
  }

  @Test
  void a_type_stays_as_long_as_there_are_values() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    var _ = acme.model("Order").create(Map.of("number", "A-1"));
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> acme.customize("Order", order -> order.property("number", NUMBER)))
        .withMessageContaining("\"number\"");
    assertThat(acme.customized()).isEmpty();
    Tenant globex = jongleur.onboard("globex");
    globex.customize("Order", order -> order.property("number", NUMBER));
    assertThat(globex.model("Order").create(Map.of("number", "7")).get("number")).isEqualTo(7L);
  }

  @Test
  void a_tenant_has_so_many_models_of_its_own() {
    Jongleur jongleur =
        nothing.closing(
            Jongleur.builder()
                .dataSource("main", Settings.of("memory"))
                .blueprint(Blueprint.of("main", List.of(ORDER, LINE)))
                .limits(TenantLimits.NONE.withCustomModels(1))
                .build());
    Tenant acme = jongleur.onboard("acme");
    acme.customize("A", a -> a.property("x", STRING));
    acme.customize("A", a -> a.property("y", STRING));
    acme.customize("Order", order -> order.property("x", STRING));
    assertThatExceptionOfType(LimitException.class)
        .isThrownBy(() -> acme.customize("B", b -> b.property("x", STRING)))
        .satisfies(refused -> assertThat(refused.limit()).isEqualTo("customModels"));
    jongleur.onboard("globex").customize("B", b -> b.property("x", STRING));
    acme.limits(TenantLimits.NONE.withCustomModels(2));
    acme.customize("B", b -> b.property("x", STRING));
    assertThat(acme.customized()).containsExactlyInAnyOrder("A", "B", "Order");
  }

  @Test
  void where_there_are_several_data_sources_a_new_model_says_its_own() {
    Jongleur jongleur =
        nothing.closing(
            Jongleur.builder()
                .dataSource("main", Settings.of("memory"))
                .dataSource("other", Settings.of("memory").with("name", "other"))
                .blueprint(Blueprint.of("main", List.of(ORDER, LINE)))
                .build());
    Tenant acme = jongleur.onboard("acme");
    assertThatExceptionOfType(DefinitionException.class)
        .isThrownBy(() -> acme.customize("Note", note -> note.property("text", STRING)))
        .withMessageContaining("[main, other]");
    acme.customize("Note", "other", note -> note.property("text", STRING));
    acme.customize("Note", note -> note.property("more", STRING));
    var _ = acme.model("Note").create(Map.of("text", "x", "more", "y"));
    assertThat(acme.model("Note").count()).isEqualTo(1);
  }

  @Test
  void observers_and_handles_stay_through_a_change() {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Model orders = acme.model("Order");
    var calls = new AtomicInteger();
    try (var _ = orders.observe(Hook.BEFORE_SAVE, _ -> calls.incrementAndGet())) {
      acme.customize("Order", order -> order.property("poNumber", STRING));
      var _ = orders.create(Map.of("poNumber", "P-1"));
      assertThat(calls).hasValue(1);
    }
    var _ = jongleur.onboard("globex").model("Order").create(Map.of());
    assertThat(calls).hasValue(1);
  }

  @Test
  void a_call_in_flight_finishes_on_what_it_began_with() {
    Tenant acme = application().onboard("acme");
    Model orders = acme.model("Order");
    try (var _ =
        orders.observe(
            Hook.BEFORE_SAVE,
            save -> acme.customize("Order", order -> order.property("poNumber", STRING)))) {
      assertThatExceptionOfType(ValidationException.class)
          .isThrownBy(() -> orders.create(Map.of("poNumber", "P-1")));
      assertThat(orders.create(Map.of("number", "A-1")).definition().property("poNumber"))
          .isPresent();
    }
  }

  @Test
  void customising_and_folding_while_others_work_loses_nothing() throws Exception {
    Jongleur jongleur = application();
    Tenant acme = jongleur.onboard("acme");
    Tenant globex = jongleur.onboard("globex");
    ModelDefinition before = globex.model("Order").definition();
    var created = new AtomicInteger();
    var _ =
        Race.of(
            6,
            runner -> {
              for (int i = 0; i < 200; i++) {
                switch (runner) {
                  case 0 -> {
                    String name = "p" + i % 7;
                    acme.customize("Order", order -> order.property(name, STRING));
                  }
                  case 1 -> acme.fold();
                  case 2 -> acme.resetCustomization("Order");
                  default -> {
                    var _ = acme.model("Order").create(Map.of("number", "A-" + i));
                    created.incrementAndGet();
                  }
                }
              }
              return runner;
            });
    assertThat(acme.model("Order").count()).isEqualTo(created.get());
    assertThat(globex.model("Order").definition()).isSameAs(before);
  }
}
